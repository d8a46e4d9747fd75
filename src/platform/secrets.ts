import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

let kept: Buffer | null = null

/**
 * The key that everything secret hangs on: OPENPHB_KEY (at least 32 characters) or, in the embedded default
 * only, one made once and kept beside the database. Throws in production without a key.
 */
function masterKey(): Buffer {
  if (kept) return kept
  const given = process.env.OPENPHB_KEY
  if (given && given.length >= 32) kept = createHash('sha256').update(given).digest()
  else if (given) throw new Error('OPENPHB_KEY must be at least 32 characters long')
  else if (process.env.OPENPHB_EMBEDDED !== '1')
    throw new Error('Set OPENPHB_KEY: bank details are encrypted with it')
  else kept = keyOfThisMachine()
  return kept
}

function keyOfThisMachine(): Buffer {
  const folder = join(process.env.OPENPHB_ROOT ?? process.cwd(), '.data')
  const file = join(folder, 'key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}

/** A key for one purpose, derived from the master key, so that a leak of one tells nothing of another. */
export function keyFor(purpose: string): Buffer {
  const known = derived.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', masterKey(), '', purpose, 32))
  derived.set(purpose, key)
  return key
}
// There are as many purposes as kinds of secrets; a payment file opens fifteen thousand of one kind.
const derived = new Map<string, Buffer>()

/** Encrypts (AES-256-GCM) for one purpose; the purpose must be named again to open it. */
export function seal(purpose: string, text: string | Uint8Array): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made. Throws where the bytes or the key were changed. */
export function open(purpose: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}
