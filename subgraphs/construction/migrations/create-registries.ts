import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, fen, text } from '../../runtime/database/portable-table';

/** Works on houses. */
export class CreateRegistries1764000900000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'housing_works',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('kind', 40),
        text('location', 200),
        text('danger_grade?', 40),
        fen('amount?'),
        date('completed_on?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('housing_works');
  }
}
