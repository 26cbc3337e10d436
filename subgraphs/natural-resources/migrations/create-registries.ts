import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, decimal, text } from '../../runtime/database/portable-table';

/** Titles to real estate. */
export class CreateRegistries1764000400000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'real_estate',
      [
        text('record_id', 60),
        text('owner_person_id', 32),
        text('owner_matched_by', 5),
        text('owner_name', 100),
        text('unit_no', 28),
        text('certificate_no', 100),
        text('location', 200),
        text('property_usage', 40),
        decimal('floor_area'),
        text('co_ownership', 40),
        decimal('share_percent?'),
        text('status', 40),
        date('registered_on'),
        date('ended_on?'),
        text('danger_grade?', 40),
        text('encumbrances?', 500),
      ],
      { key: ['record_id'], indices: [['owner_person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('real_estate');
  }
}
