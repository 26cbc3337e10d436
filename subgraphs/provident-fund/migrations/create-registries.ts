import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, decimal, fen, text } from '../../runtime/database/portable-table';

/** Accounts of the housing provident fund. */
export class CreateRegistries1764000500000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'provident_fund',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('employer?', 200),
        fen('base'),
        decimal('employer_rate'),
        decimal('own_rate'),
        fen('monthly_deposit'),
        text('paid_through?', 7),
        fen('balance'),
        text('account_status', 40),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('provident_fund');
  }
}
