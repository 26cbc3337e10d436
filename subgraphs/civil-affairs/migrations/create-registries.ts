import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, date, fen, integer, text } from '../../runtime/database/portable-table';

/** Applications with their people and authorisations, marriages, deaths and assistance rolls. */
export class CreateRegistries1764000100000 implements MigrationInterface {
  readonly name = 'CreateRegistries1764000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'households',
      [
        text('household_id', 40),
        text('application_no', 60),
        text('program', 40),
        date('applied_on'),
        text('division_code', 12),
        text('address', 200),
        text('residence', 40),
        text('cause?', 500),
        fen('declared_rigid_spending?'),
        fen('declared_financial_assets?'),
      ],
      {
        key: ['household_id'],
        indices: [
          ['division_code', 'applied_on'],
          ['applied_on', 'household_id'],
        ],
      },
    );
    await createPortableTable(
      queryRunner,
      'members',
      [
        text('household_id', 40),
        text('person_id', 32),
        text('matched_by', 5),
        text('masked_id_number', 18),
        date('birth_date'),
        text('name', 100),
        text('former_name?', 100),
        text('role', 40),
        text('relation', 40),
        text('basis', 40),
        fen('declared_wages?'),
        fen('declared_business?'),
        fen('declared_property?'),
        fen('declared_transfer?'),
        integer('disability_grade?'),
        text('disability_kind?', 40),
        text('residence_division?', 12),
      ],
      { key: ['household_id', 'person_id'], indices: [['person_id'], ['name']] },
    );
    await createPortableTable(
      queryRunner,
      'authorisations',
      [
        text('authorisation_no', 60),
        text('household_id', 40),
        text('person_id', 32),
        text('matched_by', 5),
        text('program', 40),
        date('signed_on'),
        date('valid_until?'),
        date('withdrawn_on?'),
      ],
      { key: ['authorisation_no'], indices: [['household_id'], ['person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'marriages',
      [
        text('record_id', 60),
        text('event', 40),
        text('certificate_no', 60),
        date('registered_on'),
        text('party_a_person_id', 32),
        text('party_a_matched_by', 5),
        text('party_a_name', 100),
        text('party_b_person_id', 32),
        text('party_b_matched_by', 5),
        text('party_b_name', 100),
        text('office?', 100),
      ],
      { key: ['record_id'], indices: [['party_a_person_id'], ['party_b_person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'deaths',
      [
        text('record_id', 60),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        date('died_on?'),
        date('cremated_on?'),
        text('source', 40),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
    await createPortableTable(
      queryRunner,
      'assistance_rolls',
      [
        text('record_id', 60),
        text('household_id', 40),
        text('person_id', 32),
        text('matched_by', 5),
        text('name', 100),
        text('program', 40),
        text('division_code', 12),
        text('status', 40),
        date('from_date'),
        date('to_date?'),
        fen('monthly_amount?'),
      ],
      { key: ['record_id'], indices: [['person_id']] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'assistance_rolls',
      'deaths',
      'marriages',
      'authorisations',
      'members',
      'households',
    ]) {
      await queryRunner.dropTable(table);
    }
  }
}
