import { DOCUMENT_FIELDS, type DocumentField } from '../document/document-fields.js'
import type { Column, Table } from '../document/table.js'
import { TABLES } from '../document/tables.js'

const HEAD = `# Data dictionary

What the files of an output folder hold. This page is made from the schema in the code (\`npm run dictionary\`); do not edit it.

| file | holds |
|---|---|
| \`documents.jsonl\` | every article with all that was found in it, one JSON object a line |
${TABLES.map(({ name, description }) => `| \`${name}.csv\` | ${description} |`).join('\n')}
| \`datapackage.json\` | schema, keys, size and SHA-256 of each file (Data Package v2) |
| \`link_evidence.jsonl\` | \`entityId\`, \`linkEvidence\`: why an acronym, a bare surname or another form of a name was taken for the entity across articles |
| \`errors.jsonl\` | inputs that could not be read: \`source\`, \`stage\`, \`code\`, \`message\`; empty when all went well |
| \`run.json\` | versions, options, counts and timings of the run |

The tables have the same columns in every format (\`--format csv,json,jsonl,parquet\`). An offset counts UTF-16 code units from the beginning
of the article's \`text\`; \`start\` is the first, \`end\` the one behind the last. In Python: \`text.encode("utf-16-le")[2*start:2*end].decode("utf-16-le")\`.

**CSV**: RFC 4180, UTF-8, LF, header; numbers are bare, a cell is empty where nothing is known. A text cell that a spreadsheet would run as a
formula (it begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab, a carriage return or a full-width form of these) has an apostrophe in front; \`--raw-cells\` leaves it off.
A NUL character becomes U+FFFD. Rows are in the order of article and position, entities in the order of their id.

**Article ids** come from the address, brought to one form: https for http, host in lower case without \`www.\`, no port that goes without saying,
no fragment, no tracking parameters (\`utm_…\`, \`fbclid\`, \`gclid\`, …), the other parameters sorted, no slash at the end. An address that is only
a host names no article; then, and where there is no address, the id comes from the text.
`

/** `output/README.md`: every file, column and field with its meaning. */
export const dataDictionary = (): string => [HEAD, ...TABLES.map(tableSection), documentsSection()].join('\n')

function tableSection({ name, description, columns }: Table): string {
  const lines = columns.map((column: Column) => tableLine(column))
  return `## ${name}\n\n${description}\n\n| column | type | meaning |\n|---|---|---|\n${lines.join('\n')}\n`
}

function tableLine(column: Column): string {
  const { name, type, required, description, references } = column
  const values = column.enum ? ` One of ${column.enum.map((value) => `\`${value}\``).join(', ')}.` : ''
  const link = references ? ` Joins \`${references.table}.${references.column}\`.` : ''
  return `| \`${name}\` | ${type}${required ? '' : ', may be empty'} | ${description}${values}${link} |`
}

function documentsSection(): string {
  const lines = DOCUMENT_FIELDS.flatMap((field) => documentLines(field, ''))
  return `## documents.jsonl

One JSON object a line, one line an article, in the order of \`id\`. A field that is not known is absent.

| field | type | meaning |
|---|---|---|
${lines.join('\n')}
`
}

function documentLines(field: DocumentField, prefix: string): readonly string[] {
  const path = `${prefix}${field.name}`
  const inner = field.type === 'array' ? `${path}[].` : `${path}.`
  const type = `${field.type}${field.required ? '' : ', may be absent'}`
  const line = `| \`${path}\` | ${type} | ${field.description} |`
  return [line, ...(field.fields ?? []).flatMap((child) => documentLines(child, inner))]
}
