import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, fen, text } from '../../runtime/database/portable-table';

/** Resettlement support. */
export class CreateRegistries1764001000000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764001000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'resettlements',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('reservoir', 100),
        text('mode', 40),
        fen('annual_amount'),
        date('from_date'),
        date('to_date?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('resettlements');
  }
}
