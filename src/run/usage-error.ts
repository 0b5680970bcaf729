export { UsageError } from '../document/usage-error.js'
