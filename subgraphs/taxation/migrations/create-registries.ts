import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, fen, text } from '../../runtime/database/portable-table';

/** Income declared for tax. */
export class CreateRegistries1764000700000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'tax_incomes',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('item', 40),
        text('withholder?', 200),
        text('period', 7),
        fen('income'),
        fen('tax_paid'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('tax_incomes');
  }
}
