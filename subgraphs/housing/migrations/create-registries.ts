import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, decimal, fen, text } from '../../runtime/database/portable-table';

/** Pre-sale contracts and public rentals. */
export class CreateRegistries1764000800000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'presale_contracts',
      [
        text('record_id', 60),
        text('buyer_person_id', 32),
        text('buyer_matched_by', 5),
        text('buyer_name', 100),
        text('contract_no', 60),
        text('project', 200),
        text('room', 100),
        decimal('floor_area'),
        fen('price'),
        date('signed_on'),
        date('filed_on?'),
        date('revoked_on?'),
      ],
      { key: ['record_id'], indices: [['buyer_person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'public_rentals',
      [
        text('record_id', 60),
        text('tenant_person_id', 32),
        text('tenant_matched_by', 5),
        text('tenant_name', 100),
        text('lease_no', 60),
        text('address', 200),
        decimal('floor_area'),
        fen('monthly_rent'),
        date('lease_from'),
        date('lease_to?'),
      ],
      { key: ['record_id'], indices: [['tenant_person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('public_rentals');
    await queryRunner.dropTable('presale_contracts');
  }
}
