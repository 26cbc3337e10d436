import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, fen, flag, text } from '../../runtime/database/portable-table';

/** Household-registration books and motor vehicles. */
export class CreateRegistries1764000200000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'residents',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('id_number', 18),
        date('birth_date'),
        text('birth_sex', 6),
        text('name', 100),
        text('former_name?', 100),
        text('sex?', 40),
        text('household_book_no', 40),
        text('relation_to_head', 40),
        text('residence?', 40),
        text('registered_address', 200),
        text('division_code', 12),
        text('status', 40),
        date('moved_in_on?'),
        date('cancelled_on?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'vehicles',
      [
        text('record_id', 60),
        text('owner_person_id', 32),
        text('owner_matched_by', 5),
        text('owner_name', 100),
        text('plate_no', 20),
        text('plate_type', 40),
        text('vehicle_type', 40),
        text('brand_model?', 100),
        text('use_nature?', 40),
        date('first_registered_on?'),
        text('status_flags', 26),
        flag('disability_adapted'),
        fen('assessed_value?'),
      ],
      { key: ['record_id'], indices: [['owner_person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('vehicles');
    await queryRunner.dropTable('residents');
  }
}
