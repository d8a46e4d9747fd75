import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { moment, plainDate } from '../../kernel/days.ts'
import { pence, plainMoney } from '../../kernel/money.ts'
import { bankText } from './characters.ts'
import { type PaymentFile, painFile, painVersions, type Transfer } from './pain.ts'

const root = process.env.OPENPHB_ROOT ?? process.cwd()
const schemas = join(process.env.OPENPHB_SHARED_DATA ?? join(root, '..', 'shared', 'data'), 'iso20022')
const schemaOf = (version: string): string => join(schemas, `${version}.xsd`)

const payer = { name: 'NHS Millbrook ICB', sortCode: '60-70-80', accountNumber: '10203040' }
const aTransfer = (about: Partial<Transfer> = {}): Transfer => ({
  endToEndId: 'PHB7K3M9QT-0A1B2C3D4E5F',
  amount: pence(127_380n),
  to: { name: 'Elin Marwood', sortCode: '20-00-00', accountNumber: '12345678' },
  leavesOn: plainDate('2026-04-13'),
  says: 'PHB-7K3M-9QT 13 April to 10 May 2026',
  ...about,
})
const aFile = (transfers: readonly Transfer[]): PaymentFile => ({
  messageId: 'PHB-RUN-0001',
  madeAt: moment(new Date('2026-04-10T09:30:00Z')),
  payer,
  transfers,
})

type Node = Readonly<Record<string, unknown>>
const read = (xml: string): Node =>
  new XMLParser({ parseTagValue: false, isArray: name => name === 'PmtInf' || name === 'CdtTrfTxInf' }).parse(
    xml,
  ).Document.CstmrCdtTrfInitn
const inside = (node: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Node)[name], node)
const all = (node: unknown, name: string): readonly Node[] => inside(node, name) as readonly Node[]

/** Adds the file up again from its own text, with whole pennies. */
function addedUp(batches: readonly Node[]): { count: number; sum: string } {
  const sums = batches.flatMap(one => all(one, 'CdtTrfTxInf')).map(one => String(inside(one, 'Amt.InstdAmt')))
  const total = sums.reduce((sum, text) => sum + BigInt(text.replace('.', '')), 0n)
  return { count: sums.length, sum: plainMoney(total) }
}

async function problemsOf(xml: string, version: string): Promise<readonly string[]> {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm')
  using xsd = XmlDocument.fromBuffer(readFileSync(schemaOf(version)))
  using validator = XsdValidator.fromDoc(xsd)
  using document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return [String(error)]
  }
}

const names = ['Elin Marwood', 'Zoë & Łukasz Żółć', 'محمد علي', '👩‍👧 Nia', "O'Neil//Sons <Ltd>", '李小龙']
const many = names.map((name, place) =>
  aTransfer({
    endToEndId: `PHB7K3M9QT-0000000000${place}0`,
    amount: pence(BigInt(place * 1001 + 1)),
    to: { name, sortCode: '200000', accountNumber: '12345678' },
    leavesOn: plainDate(place % 2 === 0 ? '2026-04-13' : '2026-04-14'),
  }),
)

test('the file counts and adds up its payments, in the head and in each batch', () => {
  const file = read(painFile(aFile(many)))
  const batches = all(file, 'PmtInf')
  assert.equal(batches.length, 2)
  assert.deepEqual(addedUp(batches), {
    count: Number(inside(file, 'GrpHdr.NbOfTxs')),
    sum: inside(file, 'GrpHdr.CtrlSum'),
  })
  for (const batch of batches)
    assert.deepEqual(addedUp([batch]), { count: Number(batch['NbOfTxs']), sum: batch['CtrlSum'] })
})

test('a payment goes to a sort code and account, in pounds, non-urgent, on its day', () => {
  const [batch] = all(read(painFile(aFile([aTransfer()]))), 'PmtInf')
  const [one] = all(batch, 'CdtTrfTxInf')
  assert.equal(inside(batch, 'PmtTpInf.SvcLvl.Cd'), 'NURG')
  assert.equal(inside(batch, 'ReqdExctnDt.Dt'), '2026-04-13')
  assert.equal(inside(one, 'CdtrAgt.FinInstnId.ClrSysMmbId.ClrSysId.Cd'), 'GBDSC')
  assert.equal(inside(one, 'CdtrAgt.FinInstnId.ClrSysMmbId.MmbId'), '200000')
  assert.equal(inside(one, 'CdtrAcct.Id.Othr.Id'), '12345678')
  assert.equal(inside(one, 'Amt.InstdAmt'), '1273.80')
})

for (const version of painVersions)
  test(`the file holds to the published schema of ${version}`, async t => {
    const schema = schemaOf(version)
    if (!existsSync(schema)) return t.diagnostic(`the published schema is not here (${schema}): not checked`)
    const fileOf = (transfers: readonly Transfer[]) => painFile({ ...aFile(transfers), version })
    assert.deepEqual(await problemsOf(fileOf(many), version), [])
    assert.notDeepEqual(await problemsOf(fileOf([aTransfer({ endToEndId: 'x'.repeat(36) })]), version), [])
  })

test('the same run gives the same bytes', () => {
  assert.equal(painFile(aFile(many)), painFile(aFile(many)))
})

test('names are written in the letters that every bank takes', () => {
  const written = (text: string) => bankText(text, { most: 70, otherwise: 'PHB7K3M9QT' })
  assert.equal(written('Zoë & Łukasz Żółć'), 'Zoe and Lukasz Zolc')
  assert.equal(written('Siân Ó Briain-Jones'), 'Sian O Briain-Jones')
  assert.equal(written('O’Neil//Sons <Ltd>'), "O'Neil/Sons Ltd")
  assert.equal(written('محمد علي'), 'PHB7K3M9QT')
  assert.equal(written('--'), 'PHB7K3M9QT')
  assert.equal(bankText('A'.repeat(80), { most: 70, otherwise: 'x' }).length, 70)
})

test('whatever the name, only permitted letters are written, and never nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), name => {
      const text = bankText(name, { most: 70, otherwise: 'REF' })
      assert.match(text, /^[A-Za-z0-9/\-?:().,'+ ]{1,70}$/)
      assert.ok(!text.startsWith('/') && !text.endsWith('/') && !text.includes('//'))
    }),
  )
})
