// Checks an exported record by itself: `node scripts/verify-record.mjs FILE [--noted POSITION:LINK]`.
// It shares no code with OpenPHB, so that it can be read, kept and run by somebody who does not trust it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const fields = [
  'id',
  'at',
  'on_day',
  'kind',
  'what',
  'actor_id',
  'actor_name',
  'actor_role',
  'on_behalf_of',
  'organisation_id',
  'person_id',
  'subject_id',
  'purpose',
  'because',
]
const hash = text => createHash('sha256').update(text).digest('hex')

/** Details in one order, whatever order they were written in. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, one]) => [name, sorted(one)])
}

const digestOf = row => hash(JSON.stringify([...fields.map(field => row[field]), sorted(row.details)]))

/** Null when the line follows from the one before it, else what is wrong. */
function whatIsWrong(before, line) {
  if (before.end) return 'there is a line after the end'
  if (line.end)
    return line.links === before.position && line.link === before.link
      ? null
      : 'the end does not fit: lines are missing before it'
  if (line.position !== before.position + 1) return `link ${before.position + 1} is missing`
  if (line.happening && digestOf(line.happening) !== line.digest) return 'the happening was changed'
  return hash(`${before.link}\n${line.digest}`) === line.link
    ? null
    : 'the link does not follow from the link before it'
}

const read = text => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function verify(file, noted) {
  let before = { position: 0, link: '' }
  let seen = noted === null
  let number = 0
  for await (const text of createInterface({
    input: file === '-' ? process.stdin : createReadStream(file),
  })) {
    number += 1
    const line = read(text)
    const wrong = line === null ? 'it cannot be read' : whatIsWrong(before, line)
    if (wrong) return `Broken at line ${number} (link ${line?.position ?? before.position + 1}): ${wrong}.`
    if (noted !== null && noted.position === line.position && noted.link !== line.link)
      return `Broken at line ${number}: the link is not the one that was noted.`
    seen ||= noted !== null && noted.position === line.position
    before = line.end ? { ...before, end: true } : line
  }
  if (!before.end) return `Broken after line ${number}: the end is missing, so lines may have been cut off.`
  if (!seen) return `Broken: link ${noted.position}, which was noted, is not there.`
  process.stdout.write(`The record holds: ${before.position} links, the last is ${before.link || 'none'}.\n`)
  return null
}

const [file, flag, value] = process.argv.slice(2)
if (!file || file === '--help' || (flag && flag !== '--noted')) {
  process.stderr.write('Use: node scripts/verify-record.mjs FILE|- [--noted POSITION:LINK]\n')
  process.exit(file === '--help' ? 0 : 2)
}
const [position, link] = (value ?? '').split(':')
const broken = await verify(file, flag ? { position: Number(position), link } : null)
if (broken) process.stderr.write(`${broken}\n`)
process.exitCode = broken ? 1 : 0
