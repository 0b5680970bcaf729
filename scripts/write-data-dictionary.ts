// Writes output/README.md from the schema: npm run dictionary
import { mkdirSync, writeFileSync } from 'node:fs'
import { dataDictionary } from '../src/7-write/data-dictionary.js'

mkdirSync('output', { recursive: true })
writeFileSync('output/README.md', dataDictionary())
