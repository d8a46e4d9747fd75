import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { bodies, successions } from '../reference/tables.ts'
import type { Body } from '../types.ts'
import {
  bodyOf,
  gssOn,
  nameOn,
  organisationsOn,
  predecessorsOf,
  type Responsible,
  responsibleOn,
  successorsOf,
} from './organisations.ts'

const day = plainDate
const known = (code: string): Body => {
  const body = bodyOf(code)
  assert.ok(body, code)
  return body
}
const codes = (answer: Responsible): readonly string[] =>
  answer.found === 'one'
    ? [answer.code]
    : answer.found === 'split'
      ? answer.among.map(({ code }) => code).sort()
      : []
const answering = (code: string, on: string, since?: string): readonly string[] =>
  codes(responsibleOn(code, day(on), since ? day(since) : undefined))

test('clinical commissioning groups on each first of April', () => {
  const counts = Array.from(
    { length: 10 },
    (_, place) => organisationsOn('ccg', day(`${2013 + place}-04-01`)).length,
  )
  assert.deepEqual(counts, [211, 211, 209, 209, 207, 195, 191, 135, 106, 106])
  assert.equal(organisationsOn('ccg', day('2013-03-31')).length, 0)
  assert.equal(organisationsOn('ccg', day('2022-06-30')).length, 106)
  assert.equal(organisationsOn('ccg', day('2022-07-01')).length, 0)
  assert.equal(bodies.filter(({ kind }) => kind === 'ccg').length, 248)
})

test('there are 42 integrated care boards from July 2022 and 36 since April 2026', () => {
  assert.equal(organisationsOn('icb', day('2022-06-30')).length, 0)
  assert.equal(organisationsOn('icb', day('2022-07-01')).length, 42)
  assert.equal(organisationsOn('icb', day('2026-03-31')).length, 42)
  assert.equal(organisationsOn('icb', day('2026-04-01')).length, 36)
})

test('each board is in one of the seven regions', () => {
  const count = (on: string): Record<string, number> => {
    const found: Record<string, number> = {}
    for (const { within } of organisationsOn('icb', day(on))) {
      const region = nameOn(known(within ?? ''), day(on))
      found[region] = (found[region] ?? 0) + 1
    }
    return found
  }
  const always = { Midlands: 11, 'South West': 7, 'North East and Yorkshire': 4, 'North West': 3 }
  assert.deepEqual(count('2022-07-01'), { ...always, 'East of England': 6, 'South East': 6, London: 5 })
  assert.deepEqual(count('2026-04-01'), { ...always, 'East of England': 3, 'South East': 4, London: 4 })
})

test('there are 317 councils today, 153 of them with social services', () => {
  const today = organisationsOn('council', day('2026-11-22'))
  assert.equal(today.length, 317)
  assert.equal(today.filter(({ council }) => council?.socialServices).length, 153)
  const types = Object.entries(Object.groupBy(today, ({ council }) => council?.type ?? '')).map(
    ([type, of]) => [type, of?.length],
  )
  assert.deepEqual(Object.fromEntries(types), {
    unitary: 63,
    district: 164,
    metropolitan: 36,
    'london-borough': 32,
    county: 21,
    city: 1,
  })
  for (const { within } of today) if (within !== null) assert.equal(bodyOf(within)?.council?.type, 'county')
})

test('no two bodies share a code, each has a name, and none ends before it begins', () => {
  assert.equal(new Set(bodies.map(({ code }) => code)).size, bodies.length)
  for (const body of bodies) {
    assert.notEqual(body.names[0]?.value ?? '', '', body.code)
    assert.ok(body.from === null || body.until === null || body.from <= body.until, body.code)
  }
})

test('each succession joins two known bodies, and the second stands on its first day', () => {
  for (const { from, to, on, kind } of successions) {
    const before = known(from)
    const after = known(to)
    assert.ok(
      (after.from === null || after.from <= on) && (after.until === null || on <= after.until),
      `${from} to ${to}`,
    )
    if (kind !== 'part-moved') assert.ok(before.until !== null && before.until < on, `${from} to ${to}`)
  }
})

test('every body that ended has a successor, and following them always ends with bodies that stand', () => {
  const today = day('2026-11-22')
  for (const body of bodies) {
    const found = codes(responsibleOn(body.code, today))
    assert.notEqual(found.length, 0, body.code)
    for (const code of found) assert.equal(known(code).until, null, `${body.code} to ${code}`)
    if (body.kind === 'ccg') for (const code of found) assert.equal(known(code).kind, 'icb')
  }
})

test('each succession is told once, as the database keeps it', () => {
  assert.equal(new Set(successions.map(({ from, to, on }) => `${from} ${to} ${on}`)).size, successions.length)
  for (const { code, names } of bodies)
    assert.ok(code.length >= 2 && code.length <= 20 && names.every(({ value }) => value.length <= 200), code)
})

test('twenty mergers of groups rest on general knowledge and say so', () => {
  const mergers = successions.filter(
    ({ from, to }) => bodyOf(from)?.kind === 'ccg' && bodyOf(to)?.kind === 'ccg',
  )
  const whole = mergers.filter(({ kind }) => kind === 'merger')
  assert.equal(whole.length, 142)
  assert.equal(whole.filter(({ confidence }) => confidence === 'general-knowledge').length, 20)
  const perDay = Object.groupBy(whole, ({ on }) => on.slice(0, 4))
  assert.deepEqual(
    Object.entries(perDay)
      .map(([year, of]) => [year, of?.length])
      .sort(),
    [
      ['2015', 3],
      ['2017', 3],
      ['2018', 18],
      ['2019', 6],
      ['2020', 74],
      ['2021', 38],
    ],
  )
})

test('V-35: Trafford CCG answers until 30 June 2022, then Greater Manchester, place kept', () => {
  const on = (text: string) => responsibleOn('02A', day(text), day('2014-11-10'))
  for (const before of ['2014-11-10', '2022-06-30']) {
    const answer = on(before)
    assert.ok(answer.found === 'one')
    assert.equal(nameOn(known(answer.code), day(before)), 'NHS Trafford CCG')
  }
  const after = on('2022-07-01')
  assert.ok(after.found === 'one')
  assert.equal(nameOn(known(after.code), day('2022-07-01')), 'NHS Greater Manchester Integrated Care Board')
  assert.deepEqual(after.place, { code: '02A', name: 'Trafford' })
  assert.deepEqual(
    after.through.map(({ kind, confidence }) => [kind, confidence]),
    [['merger', 'secondary']],
  )
  assert.equal(nameOn(known('02A'), day('2014-11-10')), 'NHS Trafford CCG')
})

test('a chain of mergers is followed to the body of the day', () => {
  assert.deepEqual(answering('04X', '2018-03-31'), ['04X'])
  assert.deepEqual(answering('04X', '2018-04-01'), ['15E'])
  assert.deepEqual(answering('04X', '2026-11-22'), ['QHL'])
  assert.deepEqual(answering('10H', '2026-03-31'), ['QU9'])
  assert.deepEqual(answering('10H', '2026-04-01'), ['S0E4D'])
  assert.deepEqual(answering('11N', '2022-07-01'), ['QT6'])
  assert.equal(successorsOf('11N', day('2022-07-01'))[0]?.kind, 'became')
})

test('a board that was divided is reported as divided, never guessed', () => {
  assert.deepEqual(answering('QNQ', '2026-03-31'), ['QNQ'])
  assert.deepEqual(answering('QNQ', '2026-04-01'), ['QRL', 'S0E4D', 'S9B9J'])
  assert.deepEqual(answering('QJG', '2026-04-01'), ['D7T5G', 'T6Y0W'])
  assert.deepEqual(answering('QM7', '2026-04-01'), ['D7T5G', 'S1Y5D'])
  assert.deepEqual(answering('D4U1Y', '2026-04-01'), ['QRL', 'S0E4D', 'S9B9J'])
  assert.equal(successorsOf('QNQ', day('2026-04-01')).find(({ to }) => to === 'QRL')?.kind, 'grew')
})

test('the area of a group is known more narrowly than what became of the group it joined', () => {
  assert.deepEqual(answering('10C', '2026-04-01'), ['S9B9J'])
  assert.deepEqual(answering('10G', '2026-04-01'), ['S0E4D'])
  assert.deepEqual(answering('05C', '2022-07-01'), ['QUA'])
  assert.deepEqual(answering('06N', '2026-04-01'), ['S1Y5D'])
})

test('an area that went two ways names the part that each took', () => {
  const glossop = responsibleOn('01Y', day('2022-07-01'))
  assert.ok(glossop.found === 'split')
  assert.deepEqual(
    glossop.among.map(({ code, part }) => [code, part]),
    [
      ['QOP', 'Tameside'],
      ['QJ2', 'Glossop'],
    ],
  )
  const farnham = responsibleOn('99M', day('2026-04-01'))
  assert.ok(farnham.found === 'split')
  assert.deepEqual(farnham.among.map(({ code, part }) => [code, part]).sort(), [
    ['QRL', 'North East Hampshire'],
    ['S9B9J', 'Farnham'],
  ])
  assert.deepEqual(answering('05L', '2022-07-01'), ['QHL', 'QUA'])
})

test('a part that moved away matters only to what was begun before it moved', () => {
  assert.deepEqual(answering('01H', '2017-03-31', '2014-01-01'), ['01H'])
  assert.deepEqual(answering('01H', '2017-04-01', '2014-01-01'), ['01H', '01K'])
  assert.deepEqual(answering('01H', '2017-04-01', '2017-04-01'), ['01H'])
  assert.deepEqual(answering('01H', '2022-07-01', '2019-01-01'), ['QHM'])
  assert.deepEqual(answering('01H', '2022-07-01', '2014-01-01'), ['QE1', 'QHM'])
})

test('a body keeps its code when it is renamed, and shows the name of the day', () => {
  assert.equal(nameOn(known('01H'), day('2017-03-31')), 'NHS Cumbria CCG')
  assert.equal(nameOn(known('01H'), day('2017-04-01')), 'NHS North Cumbria CCG')
  assert.equal(gssOn(known('QRL'), day('2026-03-31')), 'E54000042')
  assert.equal(gssOn(known('QRL'), day('2026-04-01')), 'E54000067')
})

test('councils follow one another by code, name and division', () => {
  assert.deepEqual(answering('E08000016', '2025-03-31'), ['E08000016'])
  assert.deepEqual(answering('E08000016', '2025-04-01'), ['E08000038'])
  assert.deepEqual(answering('E10000009', '2019-04-01'), ['E06000058', 'E06000059'])
  assert.deepEqual(answering('E07000190', '2020-01-01'), ['E07000246'])
  assert.deepEqual(answering('E07000190', '2026-01-01'), ['E06000066'])
  assert.equal(predecessorsOf('E06000065', day('2023-04-01')).length, 8)
})

test('a code that nobody has, and a day before the body began, are said to be so', () => {
  const none = (code: string, on: PlainDate) => responsibleOn(code, on)
  assert.deepEqual(none('ZZZ', day('2020-01-01')), { found: 'none', because: 'no-such-code' })
  assert.deepEqual(none('S0E4D', day('2026-03-31')), { found: 'none', because: 'not-yet' })
  assert.deepEqual(none('02A', day('2013-03-31')), { found: 'none', because: 'not-yet' })
})
