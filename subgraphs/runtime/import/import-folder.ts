import type { Subgraph } from '../define-subgraph';
import { exchangeFiles, exchangeFolder } from './exchange-folder';
import type { FileReport } from './file-report';
import { importFile } from './import-file';
import type { ImportDatabase, ImportOptions } from './import-options';
import type { Problem } from './problem';

/** A department that takes files; an open department is one. */
export interface ImportDepartment {
  readonly subgraph: Subgraph;
  readonly database: ImportDatabase;
}

export interface FolderOptions extends ImportOptions {
  readonly directory: string;
  readonly departments: readonly ImportDepartment[];
  /** Told of each file when it is done, before the next one begins. */
  readonly onReport?: ((report: FileReport) => void) | undefined;
}

/**
 * Imports every exchange file of a folder, registry after registry in the order of the departments. A bad file
 * does not keep the others out. A CSV file that no registry has, and a folder without any file, have reports
 * with a problem too. Throws where a database or the disk fails.
 */
export async function importFolder(options: FolderOptions): Promise<FileReport[]> {
  const { directory, departments, onReport = () => undefined } = options;
  const reports: FileReport[] = [];
  const report = (of: FileReport) => {
    reports.push(of);
    onReport(of);
  };

  const subgraphs = departments.map(({ subgraph }) => subgraph);
  const { files, strangers, reason } = await exchangeFolder(directory, subgraphs);
  for (const file of files) {
    const department = departments.find(({ subgraph }) => subgraph.name === file.department);
    if (department) report(await importFile(file, department.database, options));
  }
  const expected = `one of ${exchangeFiles(subgraphs)}`;
  for (const stranger of strangers) report(unread(stranger, { what: 'no registry has this file', expected }));
  if (reports.length === 0)
    report(unread(directory, { what: reason ?? 'there is no exchange file', expected }));
  return reports;
}

function unread(file: string, problem: Problem): FileReport {
  return { file, rows: 0, written: 0, isFilled: false, problems: [problem], problemCount: 1 };
}
