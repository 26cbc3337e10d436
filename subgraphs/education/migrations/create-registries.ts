import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, fen, flag, text } from '../../runtime/database/portable-table';

/** Enrolments at schools. */
export class CreateRegistries1764001100000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764001100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'enrolments',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('school', 200),
        text('stage', 40),
        text('school_kind', 40),
        flag('full_time'),
        text('status', 40),
        flag('boarding'),
        fen('annual_fees?'),
        fen('annual_aid?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('enrolments');
  }
}
