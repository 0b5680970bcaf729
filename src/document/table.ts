/** Types of Data Package's Table Schema, as far as the tables need them. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date'

export interface Constraints {
  readonly unique?: true
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}

/** What a column promises; header, row type, `datapackage.json` and the data dictionary all come from here. */
export interface Column extends Constraints {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
  /** Never empty. */
  readonly required?: true
  /** The column of another table that holds the same value. */
  readonly references?: { readonly table: string; readonly column: string }
}

export interface Table {
  readonly name: string
  readonly description: string
  /** The column that no two rows share a value of. */
  readonly primaryKey: string
  readonly columns: readonly Column[]
}

/** Null where nothing is known. */
export type Cell = string | number | null

type Value<C extends Column> = C extends { readonly enum: readonly (infer Item)[] }
  ? Item
  : C['type'] extends 'integer' | 'number'
    ? number
    : string

type CellOf<C extends Column> = C extends { readonly required: true } ? Value<C> : Value<C> | null

/** A row of a table, by column name. */
export type RowOf<T extends Table> = { readonly [C in T['columns'][number] as C['name']]: CellOf<C> }

/** Any row, for writers. */
export type Row = Readonly<Record<string, Cell>>
