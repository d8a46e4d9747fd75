import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { appOn, doAs, doingIt, emptyDatabase, signedIn, someone, tryAs, Visitor } from '../../test/harness.ts'
import { letSee } from '../access/public.ts'
import { addDays, addYears, plainDate } from '../kernel/days.ts'
import { addOrganisation, addPerson, contactOf, personShown, relate } from './public.ts'

async function millbrook() {
  const database = await emptyDatabase()
  const { icb, nell } = await doingIt(database, async doing => {
    const body = await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    })
    const added = await addPerson(doing, {
      organisation: body,
      fullName: 'Nell Farrow',
      nhsNumber: '9990000018',
      bornOn: plainDate('1958-01-25'),
      contact: { telephone: '+441614960123' },
    })
    assert.ok(added.done)
    return { icb: body, nell: added.value }
  })
  const app = await appOn(database)
  const herself = await someone(database, { name: 'Nell Farrow', person: nell })
  const mel = await someone(database, { name: 'Mel Osei', role: 'case-worker', organisation: icb })
  await doingIt(database, doing =>
    letSee(
      doing,
      { actor: mel.id },
      { person: nell, sees: 'all', because: 'case worker', from: doing.today },
    ),
  )
  return { database, app, icb, nell, herself, mel }
}

const nextYear = (): Record<string, string> => {
  const on = new Date(Date.now() + 300 * 86_400_000)
  return {
    'until-day': String(on.getUTCDate()),
    'until-month': String(on.getUTCMonth() + 1),
    'until-year': String(on.getUTCFullYear()),
  }
}

test('somebody lets a sister see the money, the sister takes the word up, and it ends at once', async () => {
  const { database, app, nell, herself } = await millbrook()
  const page = await signedIn(app, herself)
  const wrong = await page.post(`/people/${nell}/helpers`, { name: '', ...nextYear() })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Enter the name of the person who helps/)
  const invited = await page.post(`/people/${nell}/helpers`, {
    name: 'Prue Farrow',
    help: ['balance', 'plan-lines'],
    ...nextYear(),
  })
  assert.equal(invited.status, 303)
  const shown = await page.get(invited.to ?? '')
  const word = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(shown.html)?.[0] ?? ''
  assert.equal(invited.to?.includes(word), false)
  assert.equal((await page.get(`/people/${nell}/helpers/invited?shown=abc`)).status, 404)
  const prue = await someone(database, { name: 'Prue Farrow' })
  const sister = await signedIn(app, prue)
  assert.match((await sister.get('/home')).html, /href="\/people\/invitation"/)
  assert.equal((await sister.post('/people/invitation', { word: 'AAAA-AAAA-AAAA' })).status, 422)
  assert.equal((await sister.post('/people/invitation', { word: word.toLowerCase() })).to, '/home')
  assert.doesNotMatch((await sister.get('/home')).html, /people\/invitation/)
  assert.match((await sister.post('/people/invitation', { word })).html, /somebody we know already/)
  assert.equal((await tryAs(database, prue, doing => personShown(doing, nell)))?.fullName, 'Nell Farrow')
  assert.equal((await sister.get(`/people/${nell}`)).status, 404)
  assert.equal((await sister.get(`/people/${nell}/contact`)).status, 404)
  const stranger = await someone(database, { name: 'Somebody Else' })
  assert.equal((await (await signedIn(app, stranger)).post('/people/invitation', { word })).status, 422)
  const list = await page.get(`/people/${nell}/helpers`)
  const ending = /action="(\/people\/[^"]+\/ending)"/.exec(list.html)?.[1] ?? ''
  assert.equal((await page.post(ending)).to, `/people/${nell}/helpers`)
  assert.equal(await tryAs(database, prue, doing => personShown(doing, nell)), null)
  assert.match((await page.get(`/people/${nell}/helpers`)).html, /Ended/)
})

test(
  'V-59 on the sixteenth birthday a mother sees nothing more, and what her child lets her see opens ' +
    'no contact',
  async () => {
    const { database, app, icb } = await millbrook()
    const { child, mother } = await doingIt(database, async doing => {
      const theo = await addPerson(doing, {
        organisation: icb,
        fullName: 'Theo Barr',
        bornOn: addDays(addYears(doing.today, -16), 1),
      })
      const jo = await addPerson(doing, { organisation: icb, fullName: 'Jo Barr' })
      assert.ok(theo.done && jo.done)
      await relate(doing, {
        person: theo.value,
        other: { person: jo.value, name: 'Jo Barr' },
        kind: 'parent',
        from: addYears(doing.today, -10),
      })
      return { child: theo.value, mother: jo.value }
    })
    const jo = await someone(database, { name: 'Jo Barr', person: mother })
    const page = await signedIn(app, jo)
    assert.equal((await page.get(`/people/${child}`)).status, 200)
    await doingIt(database, ({ transaction }) =>
      sql`insert into platform.clock (set_to, set_at)
        values (statement_timestamp() + interval '1 day', statement_timestamp())`.execute(transaction),
    )
    assert.equal((await page.get(`/people/${child}`)).status, 404)
    await doingIt(database, doing =>
      relate(doing, {
        person: child,
        other: { person: mother, name: 'Jo Barr' },
        kind: 'helper',
        from: doing.today,
        until: addYears(doing.today, 1),
        may: { sees: ['balance', 'plan-lines'], does: [] },
      }),
    )
    assert.equal((await tryAs(database, jo, doing => personShown(doing, child)))?.fullName, 'Theo Barr')
    assert.equal((await page.get(`/people/${child}`)).status, 404)
  },
)

test(
  'staff find people by name and number within their own ICB, change how they are reached, and nobody ' +
    'else does',
  async () => {
    const { database, app, nell, mel } = await millbrook()
    const page = await signedIn(app, mel)
    for (const query of ['farr', 'Nell', '999 000 0018'])
      assert.match((await page.get(`/people?q=${encodeURIComponent(query)}`)).html, /Nell Farrow/, query)
    assert.match((await page.get('/people?q=%25')).html, /Nobody that you can see/)
    assert.equal((await page.get('/people?q=PHB-0000-000')).to, '/cases/PHB-0000-000')
    const bad = await page.post(`/people/${nell}/contact`, {
      address1: '',
      town: 'Millbrook',
      postcode: 'nowhere',
      telephone: '12',
      email: 'x',
    })
    assert.equal(bad.status, 422)
    assert.match(bad.html, /value="nowhere"/)
    const saved = await page.post(`/people/${nell}/contact`, {
      preferredName: 'Nellie',
      address1: '4 Weir Lane',
      town: 'Millbrook',
      postcode: 'mb1 4ab',
      telephone: '0161 496 0124',
      email: '',
    })
    assert.equal(saved.to, `/people/${nell}`, saved.html.slice(0, 0))
    assert.equal((await tryAs(database, mel, doing => contactOf(doing, nell)))?.town, 'Millbrook')
    assert.equal(
      (
        await page.post(`/people/${nell}/communication`, {
          needs: ['large-print'],
          'detail-large-print': '18 point',
          share: 'yes',
        })
      ).to,
      `/people/${nell}`,
    )
    assert.match((await page.get(`/people/${nell}`)).html, /Large print: 18 point/)
    const other = await signedIn(app, await someone(database, { role: 'case-worker' }))
    assert.match((await other.get('/people?q=Nell')).html, /Nobody that you can see/)
    assert.equal((await other.get(`/people/${nell}`)).status, 404)
    assert.equal((await new Visitor(app.server).get('/people/organisations?kind=icb')).status, 200)
  },
)

test('a death is recorded by staff, not in the future and not before the birth', async () => {
  const { app, nell, mel } = await millbrook()
  const page = await signedIn(app, mel)
  const future = await page.post(`/people/${nell}/death`, {
    'on-day': '1',
    'on-month': '1',
    'on-year': '2090',
  })
  assert.equal(future.status, 422)
  assert.match(
    (await page.post(`/people/${nell}/death`, { 'on-day': '1', 'on-month': '1', 'on-year': '1950' })).html,
    /before the day of birth/,
  )
  assert.equal(
    (await page.post(`/people/${nell}/death`, { 'on-day': '1', 'on-month': '11', 'on-year': '2026' })).to,
    `/people/${nell}`,
  )
  assert.match((await page.get(`/people/${nell}`)).html, /Died 1 November 2026/)
})

test('an invitation is for one use: two who try at once do not both become the helper', async () => {
  const { database, nell, herself } = await millbrook()
  const { inviteHelper, takeUp } = await import('./actions/invite.ts')
  const { helperMay } = await import('./rules/helping.ts')
  const invited = await doAs(database, herself, doing =>
    inviteHelper(doing, {
      person: nell,
      name: 'Ivo' as never,
      may: helperMay(['balance'], null),
      from: doing.today,
      until: addDays(doing.today, 30),
    }),
  )
  assert.ok(invited.done)
  const two = [await someone(database, { name: 'One' }), await someone(database, { name: 'Two' })]
  const tried = await Promise.all(
    two.map(one => doAs(database, one, doing => takeUp(doing, invited.value)).catch(() => ({ done: false }))),
  )
  assert.equal(tried.filter(one => one.done).length, 1)
})
