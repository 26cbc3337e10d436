/** What is agreed of a registry. The catalogue comes from the departments' manifests, handed in at the start. */
export interface CatalogueEntry {
  /** The name in the graph. */
  readonly name: string;
  readonly chineseName: string;
  readonly department: string;
  readonly departmentChineseName: string;
  readonly tier: 'MUNICIPAL' | 'DISTRICT';
  readonly reach: 'NATION' | 'CITY';
  readonly refreshHours: number;
}
