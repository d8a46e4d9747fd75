import assert from 'node:assert/strict'

type Values = Readonly<Record<string, string>>

// What each name may hold, for the few that a feed uses; any other name is refused.
const shapes: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  PRODID: /^\S.*$/,
  CALSCALE: /^GREGORIAN$/,
  METHOD: /^PUBLISH$/,
  'X-WR-CALNAME': /^.+$/,
  'REFRESH-INTERVAL': /^P(T\d+[HMS]|\d+[DW])$/,
  UID: /^\S+$/,
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  DTSTART: /^\d{8}$/,
  DTEND: /^\d{8}$/,
  SUMMARY: /^.+$/s,
  DESCRIPTION: /^.+$/s,
  URL: /^https?:\/\/\S+$/,
  TRANSP: /^(OPAQUE|TRANSPARENT)$/,
}
const params: Readonly<Record<string, string>> = {
  DTSTART: 'VALUE=DATE',
  DTEND: 'VALUE=DATE',
  'REFRESH-INTERVAL': 'VALUE=DURATION',
}
const texts: ReadonlySet<string> = new Set(['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME', 'PRODID'])
const needed = ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'DESCRIPTION']

function unescaped(text: string): string {
  assert.match(text, /^([^\\;,]|\\[\\;,nN])*$/, `not escaped: ${text}`)
  return text.replaceAll(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}

/** The lines of a calendar, joined again where they were folded. */
function linesOf(text: string): readonly string[] {
  assert.ok(text.endsWith('\r\n'), 'the last line is not ended')
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'a line ends in something else than CRLF')
  const lines: string[] = []
  for (const line of text.slice(0, -2).split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`)
    assert.ok(line !== '', 'an empty line')
    if (line.startsWith(' ')) lines.push((lines.pop() ?? assert.fail('nothing to carry on')) + line.slice(1))
    else lines.push(line)
  }
  return lines
}

function property(line: string): readonly [name: string, value: string] {
  const [, name, given = '', value] = /^([A-Z-]+)(?:;([A-Z]+=[A-Z]+))?:(.*)$/s.exec(line) ?? assert.fail(line)
  assert.ok(name !== undefined && value !== undefined)
  const shape = shapes[name] ?? assert.fail(`a name that no feed has: ${name}`)
  assert.equal(given, params[name] ?? '', `what goes with ${name}`)
  const read = texts.has(name) ? unescaped(value) : value
  assert.match(read, shape, `${name}: ${value}`)
  return [name, read]
}

function block(lines: readonly string[]): Values {
  const found: Record<string, string> = {}
  for (const [name, value] of lines.map(property)) {
    assert.ok(!(name in found), `${name} twice`)
    found[name] = value
  }
  return found
}

/**
 * Reads a calendar feed as strictly as RFC 5545 asks, for tests: it knows nothing of how ours are written,
 * and fails on whatever it does not expect.
 */
export function readCalendar(text: string): { readonly head: Values; readonly events: readonly Values[] } {
  const lines = [...linesOf(text)]
  assert.equal(lines.shift(), 'BEGIN:VCALENDAR')
  assert.equal(lines.pop(), 'END:VCALENDAR')
  const first = lines.indexOf('BEGIN:VEVENT')
  const head = block(first < 0 ? lines : lines.slice(0, first))
  for (const name of ['VERSION', 'PRODID']) assert.ok(name in head, `no ${name}`)
  const events: Values[] = []
  let rest = first < 0 ? [] : lines.slice(first)
  while (rest.length > 0) {
    assert.equal(rest[0], 'BEGIN:VEVENT')
    const end = rest.indexOf('END:VEVENT')
    assert.ok(end > 0, 'an entry without its end')
    const event = block(rest.slice(1, end))
    for (const name of needed) assert.ok(name in event, `no ${name}`)
    assert.ok((event['DTEND'] ?? '99999999') > (event['DTSTART'] ?? ''), 'ends before it begins')
    events.push(event)
    rest = rest.slice(end + 1)
  }
  assert.equal(new Set(events.map(event => event['UID'])).size, events.length, 'a UID twice')
  return { head, events }
}
