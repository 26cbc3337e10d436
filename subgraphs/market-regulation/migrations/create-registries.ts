import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createPortableTable,
  date,
  decimal,
  fen,
  integer,
  text,
} from '../../runtime/database/portable-table';

/** Businesses, and the roles that persons hold in them. */
export class CreateRegistries1764000300000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'businesses',
      [
        text('credit_code', 18),
        text('name', 200),
        text('entity_type', 40),
        text('scope?', 2000),
        text('address?', 200),
        fen('registered_capital?'),
        date('established_on?'),
        text('status', 40),
        date('deregistered_on?'),
        integer('employees?'),
      ],
      { key: ['credit_code'] },
    );
    await createPortableTable(
      queryRunner,
      'business_roles',
      [
        text('record_id', 60),
        text('credit_code', 18),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('role', 40),
        decimal('share_percent?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('business_roles');
    await queryRunner.dropTable('businesses');
  }
}
