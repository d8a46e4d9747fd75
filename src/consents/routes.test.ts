import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doAs, doingIt, type Form, signedIn, someone, type Visitor } from '../../test/harness.ts'
import { type MillbrookAsks, millbrookAsks } from '../../test/requests.ts'
import { letSee, roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { addDays, addYears, type PlainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { addOrganisation, addPerson, type PersonId, relate } from '../people/public.ts'
import { typedDay } from '../platform/forms.ts'

let place: MillbrookAsks
let app: App
let gwen: Visitor
let priya: Visitor
let tom: Visitor
let carys: Visitor
let today: PlainDate
let at = ''
let theo: PersonId
let theoAt = ''
let mother: Visitor

before(async () => {
  place = await millbrookAsks()
  const { database, icb } = place
  app = await appOn(database)
  today = await doingIt(database, async doing => doing.today)
  at = `/consents/${place.gwen}`
  const people = await doingIt(database, async doing => {
    await addOrganisation(doing, { code: 'MBC', kind: 'council', name: 'Millbrook Council', invented: true })
    const child = await addPerson(doing, {
      organisation: icb,
      fullName: 'Theo Barr',
      bornOn: addDays(addYears(today, -16), 1),
    })
    const parent = await addPerson(doing, { organisation: icb, fullName: 'Ines Barr' })
    assert.ok(child.done && parent.done)
    const bond = await relate(doing, {
      person: child.value,
      other: { person: parent.value, name: 'Ines Barr' },
      kind: 'parent',
      from: addYears(today, -10),
    })
    assert.ok(bond.done)
    for (const person of [place.gwen, child.value])
      await letSee(
        doing,
        { actor: place.priya.id },
        { person, sees: 'all', because: 'case worker', from: addDays(today, -30) },
      )
    return { theo: child.value, ines: parent.value }
  })
  theo = people.theo
  theoAt = `/consents/${theo}`
  gwen = await signedIn(app, place.person)
  priya = await signedIn(app, place.priya)
  tom = await signedIn(app, place.tom)
  mother = await signedIn(app, await someone(database, { name: 'Ines Barr', person: people.ines }))
  carys = await signedIn(app, await someone(database, { role: 'administrator', organisation: icb }))
})

const holds = (html: string, ...parts: readonly (string | RegExp)[]): void => {
  for (const part of parts)
    assert.ok(typeof part === 'string' ? html.includes(part) : part.test(html), `${part}: ${html}`)
}
const dayOf = (name: string, day: PlainDate) => typedDay(name, day) as Form
const goes = async (visitor: Visitor, to: string, form: Form) => {
  const sent = await visitor.post(to, form)
  assert.equal(sent.status, 303, sent.html)
  return visitor.get(sent.to ?? '')
}
const finding = (more: Form = {}): Form => ({
  decision: 'hold-money',
  found: 'has-not',
  ...dayOf('on', today),
  assessor: 'Dr Rowe, memory clinic',
  because: 'Cannot keep the sums in mind long enough',
  helpTried: 'Pictures, in the morning, twice',
  ...more,
})

test('a person reads that she decides, and an empty record says so', async () => {
  const { html } = await gwen.get(at)
  holds(html, 'Who decides', 'Taken to be able', 'Nobody acts for this person', 'Nobody has looked')
  assert.equal((await gwen.get('/consents')).status, 404)
  assert.equal((await gwen.get(`${at}/findings`)).status, 404)
})

test('what is wrong in a finding is said at its field, and what was typed is kept', async () => {
  const empty = await priya.post(`${at}/findings`, {})
  assert.equal(empty.status, 422)
  holds(empty.html, 'Choose which decision', 'Choose what was found', 'Enter who looked', 'Say why, in words')
  const wrong = await priya.post(`${at}/findings`, finding({ helpTried: '', assessor: 'Dr <Rowe>' }))
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'Say what help was tried first', 'Dr &lt;Rowe&gt;', 'href="#helpTried"')
})

test('capacity is lost for one decision: staff are told, and nothing stops', async () => {
  const saved = await goes(priya, `${at}/findings`, finding())
  holds(saved.html, 'No payment has changed', 'Nobody may decide about the money', 'DP-REP-02')
  holds(saved.html, 'Not written yet')
  holds(saved.html, 'Nothing stops by itself', 'Taken to be able')
  holds((await priya.get('/consents?show=renewals')).html, 'Gwen Tallis', 'Best interests not written')
  const early = await priya.post(`${at}/findings/1/best-interests`, {
    ...dayOf('on', addDays(today, -1)),
    asked: 'Gwen and her sister',
    decided: 'The board holds the money',
  })
  holds(early.html, 'cannot be before the day on which it was found')
  const decided = await goes(priya, `${at}/findings/1/best-interests`, {
    ...dayOf('on', today),
    asked: 'Gwen and her sister',
    decided: 'The board arranges the care for now',
  })
  holds(decided.html, 'The board arranges the care for now', 'Gwen and her sister')
  assert.equal((await priya.get(`${at}/findings/7/best-interests`)).status, 404)
})

const paper = (more: Form = {}): Form => ({
  who: 'new',
  name: 'Noor Tallis',
  basis: 'lasting-power-property',
  ...dayOf('from', addDays(today, -20)),
  ...dayOf('until', addDays(today, 30)),
  registered: 'Office of the Public Guardian, 7000-1234-5678',
  scope: 'All decisions about property and money.',
  ...dayOf('seenOn', today),
  seenBy: 'Priya Nair',
  ...more,
})

test('a power is kept with its paper, decides what it may, and its end is announced', async () => {
  holds((await priya.post(`${at}/authority`, paper({ name: '', basis: '' }))).html, 'Choose on what it rests')
  const kept = await goes(priya, `${at}/authority`, paper())
  holds(kept.html, 'Noor Tallis', '7000-1234-5678', 'Consent to the direct payment now comes from')
  holds((await gwen.get(at)).html, 'Noor Tallis', 'Lasting power: property and money')
  holds((await priya.get('/consents?show=renewals')).html, 'Power or nomination ends', 'Noor Tallis')
  const back = await goes(priya, `${at}/findings`, finding({ found: 'has', helpTried: '' }))
  holds(back.html, 'Ask for their own consent', 'DP-STOP-M1')
  const [link = ''] = /\/consents\/[^"]*\/ending/.exec(back.html) ?? []
  const ended = await goes(priya, link, { because: 'She can decide again' })
  holds(ended.html, '(ended)')
  assert.ok(!ended.html.includes('Ask for their own consent'))
})

test('sharing is a switch for each line, and what is wrong is said at its field', async () => {
  const sharing = `${at}/sharing`
  holds((await gwen.get(sharing)).html, 'You decide', 'A survey of the national team', 'general knowledge')
  const wrong = await gwen.post(sharing, { purpose: 'joint-plan', body: 'Nowhere Council', answer: 'given' })
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'Enter the name of a council', 'value="Nowhere Council"', 'href="#body"')
  const shared = { purpose: 'joint-plan', body: 'millbrook council', answer: 'given' }
  holds((await goes(gwen, sharing, shared)).html, 'this may be shared', 'Stop sharing')
  const stopped = await goes(gwen, sharing, { ...shared, answer: 'withdrawn' })
  holds(stopped.html, 'sharing has stopped, at this moment', 'Not shared: taken back')
  const again = await gwen.post(sharing, { ...shared, answer: 'withdrawn' })
  holds(again.html, 'Nothing is shared here for this purpose')
  const noted = await goes(priya, sharing, { purpose: 'research', body: 'Researchers', answer: 'refused' })
  holds(noted.html, 'Said by Gwen Tallis', 'written down by Priya Nair')
})

test('a mother decides until the day before the sixteenth birthday, and reads what comes', async () => {
  const { html } = await mother.get(theoAt)
  holds((await mother.get('/home')).html, `href="${theoAt}"`)
  holds(html, 'will be 16', 'This is no sign that anybody doubts you', 'let you in again')
  const given = { purpose: 'school', body: 'Hill School', answer: 'given' }
  holds((await goes(mother, `${theoAt}/sharing`, given)).html, 'Said by Ines Barr')
  const self = await signedIn(app, await someone(place.database, { name: 'Theo Barr', person: theo }))
  const his = await self.post(`${theoAt}/sharing`, { ...given, answer: 'withdrawn' })
  holds(his.html, 'This is for somebody else to say')
  holds((await self.get(theoAt)).html, 'You will be 16', 'From that day you say yes or no')
})

test('an approver permits that somebody near is paid, and a case worker does not', async () => {
  assert.equal((await priya.get(`${at}/permissions`)).status, 404)
  const asked: Form = {
    name: 'Orla Tallis',
    relation: 'sibling',
    sameHousehold: 'no',
    paidFor: 'care',
    because: 'Nobody else lifts her safely',
    ...dayOf('from', today),
  }
  holds((await tom.post(`${at}/permissions`, asked)).html, 'Nobody has to permit this')
  const saved = await goes(tom, `${at}/permissions`, { ...asked, sameHousehold: 'yes' })
  holds(saved.html, 'Orla Tallis', 'Permitted by Tom Birkett')
  const [link = ''] = /\/consents\/[^"]*\/permissions\/[^"]*\/ending/.exec(saved.html) ?? []
  const ended = await goes(tom, link, { ...dayOf('lastOn', today), because: 'She moved out' })
  holds(ended.html, 'Ended: She moved out')
})

test('the references are open to all, and an administrator adds and ends a local line', async () => {
  holds((await gwen.get('/consents/powers')).html, 'As the order says', 'POWER-SHARE-INFORMATION')
  holds((await gwen.get('/consents/orders')).html, 'Sentencing Code', 'a drug rehabilitation requirement')
  const page = '/consents/never-bought'
  holds((await gwen.get(page)).html, 'It is not the national list', 'No board that you belong to')
  holds((await carys.post(page, {})).html, 'Enter the words to look for', 'Say who decided it')
  const says = { says: 'Hot tubs', words: 'hot tub, jacuzzi', because: 'Board, 3 March' }
  const line: Form = { ...says, ...dayOf('from', today) }
  const added = await goes(carys, page, line)
  holds(added.html, 'Local setting, not law', 'hot tub, jacuzzi')
  holds((await gwen.get(page)).html, 'Hot tubs')
  const [link = ''] = /\/consents\/never-bought\/[^"]*\/ending/.exec(added.html) ?? []
  holds((await goes(carys, link, { ...dayOf('lastOn', today), because: 'Too wide' })).html, 'Ended: Too wide')
  assert.equal((await priya.post(page, line)).status, 403)
})

const stepsOf = ['findings', 'findings/1/best-interests', 'authority', 'permissions']

for (const role of roles)
  test(`a ${role} of another board finds nothing of a person, and changes nothing`, async () => {
    const { database } = place
    const other = role === 'person' ? { person: newId<'person'>() } : { role }
    const visitor = await signedIn(app, await someone(database, role === 'visitor' ? {} : other))
    for (const path of [at, `${at}/sharing`, ...stepsOf.map(step => `${at}/${step}`)])
      assert.equal((await visitor.get(path)).status, 404, path)
    for (const path of [`${at}/sharing`, ...stepsOf.map(step => `${at}/${step}`)])
      assert.ok([403, 404].includes((await visitor.post(path, {})).status), path)
  })

test('somebody who sees the money or the plan only finds no page of who decides', async () => {
  const { database } = place
  for (const sees of ['money', 'plan', 'name'] as const) {
    const helper = await someone(database, { person: newId<'person'>() })
    await doAs(database, place.priya, doing =>
      letSee(doing, { actor: helper.id }, { person: place.gwen, sees, because: 'helper', from: today }),
    )
    const visitor = await signedIn(app, helper)
    for (const path of [at, `${at}/sharing`])
      assert.equal((await visitor.get(path)).status, 404, `${sees} ${path}`)
  }
})
