import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPortableTable, integer, text } from '../portable-table';

/** What every department keeps of its registries as a whole. */
export class CreateRegistryState1764000000000 implements MigrationInterface {
  readonly name = 'CreateRegistryState1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createPortableTable(
      queryRunner,
      'registry_state',
      [
        text('registry', 60),
        integer('as_of'),
        integer('filled_at'),
        integer('records'),
        text('source', 10),
        text('person_key', 16),
      ],
      { key: ['registry'] },
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('registry_state');
  }
}
