import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, fen, text } from '../../runtime/database/portable-table';

/** Social insurance and its benefits. */
export class CreateRegistries1764000600000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'social_insurance',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('insurance_type', 40),
        text('status', 40),
        text('payer_type', 40),
        text('employer?', 200),
        text('employer_credit_code?', 18),
        fen('base?'),
        text('paid_through?', 7),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'social_insurance_benefits',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('kind', 40),
        fen('monthly_amount'),
        fen('basic_part?'),
        text('month', 7),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('social_insurance_benefits');
    await queryRunner.dropTable('social_insurance');
  }
}
