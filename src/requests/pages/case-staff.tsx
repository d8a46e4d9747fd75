import { sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  DayField,
  FileField,
  Form,
  RuleNote,
  Select,
  SubmitButton,
  TextArea,
} from '../../nhs/public.ts'
import type { Typed } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import type { CasePageFacts } from '../queries/case-page.ts'
import { type EvidenceKind, evidenceKinds } from '../say.ts'
import type { CaseShows } from './case-shows.ts'

const fileLink = (reference: string, id: string | null) =>
  id === null ? '' : <a href={`/requests/${reference}/files/${id}`}>Open the file</a>

/** What shows that somebody is eligible. */
export const EvidenceTable = ({ facts }: { facts: CasePageFacts }) => (
  <DataTable
    caption="Evidence of eligibility"
    columns={[
      { says: 'Kind' },
      { says: 'Dated' },
      { says: 'What it says' },
      { says: 'Added by' },
      { says: 'File' },
    ]}
    rows={facts.evidence.map(({ id, kind, dated_on, note, added_by_name, file_id }) => ({
      key: id,
      cells: [
        evidenceKinds[kind as EvidenceKind] ?? kind,
        sayShortDay(dated_on),
        note,
        added_by_name,
        fileLink(facts.one.reference, file_id),
      ],
    }))}
    empty="Nothing yet. Add what shows that this person is eligible before you decide."
  />
)

export const EvidenceForm = ({
  reference,
  typed,
  errors,
}: {
  reference: string
  typed: Typed
  errors: CaseShows['errors']
}) => (
  <Form action={`/requests/${reference}/evidence`} typed={typed} errors={errors} name="Add evidence" files>
    <Select
      name="kind"
      label="What it is"
      none="Choose"
      options={Object.entries(evidenceKinds).map(([value, label]) => ({ value, label }))}
    />
    <DayField name="dated" label="Its date" />
    <TextArea name="note" label="What it says, in a sentence" rows={2} />
    <FileField name="file" label="File (optional)" hint="PDF, JPEG, PNG or text, up to 20 MB" />
    <SubmitButton look="second">Add the evidence</SubmitButton>
  </Form>
)

const Allocate = ({ facts, colleagues, may }: CaseShows) => {
  const { reference, caseWorker, withdrawnOn } = facts.one
  if (!may.take || withdrawnOn !== null) return null
  return (
    <>
      <h2>Who works on it</h2>
      {caseWorker === null ? (
        <Form action={`/requests/${reference}/taking`} name="Take the case">
          <SubmitButton>Take this case</SubmitButton>
        </Form>
      ) : null}
      <Form action={`/requests/${reference}/allocation`} name="Allocate the case">
        <Select
          name="worker"
          label="Give it to"
          none="Choose a colleague"
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton look="second">Allocate</SubmitButton>
      </Form>
    </>
  )
}

const Again = ({ facts }: { facts: CasePageFacts }) =>
  facts.again.length === 0 ? null : (
    <DataTable
      caption="Asked to look at it again"
      columns={[
        { says: 'Asked on' },
        { says: 'By' },
        { says: 'In their words' },
        { says: 'Must we?' },
        { says: 'Answer' },
        { says: 'File' },
      ]}
      rows={facts.again.map(one => ({
        key: one.id,
        cells: [
          sayShortDay(one.asked_on),
          one.asked_by_name,
          one.words,
          one.must ? 'Yes' : 'No, less than six months since the last (general knowledge)',
          one.answered_on === null || one.outcome === null
            ? 'Not answered yet'
            : [one.outcome.replaceAll('-', ' '), sayShortDay(one.answered_on), one.answered_by_name].join(
                ', ',
              ),
          fileLink(facts.one.reference, one.file_id),
        ],
      }))}
      empty=""
    />
  )

const Rules = ({ facts }: { facts: CasePageFacts }) => {
  const latest = facts.decisions[0]
  if (!latest) return null
  return (
    <>
      <h2>The rules of the decision of {sayShortDay(latest.decidedOn)}</h2>
      {latest.rules.map(({ id }) => {
        const { says, source, confidence, from, until } = findRule(id)
        return (
          <RuleNote key={id} says={says} source={source} confidence={confidence} from={from} until={until} />
        )
      })}
    </>
  )
}

/** What only staff see of a request. */
export const StaffParts = (shows: CaseShows) => (
  <>
    <h2>Evidence</h2>
    <EvidenceTable facts={shows.facts} />
    {shows.may.decide && shows.facts.one.withdrawnOn === null ? (
      <EvidenceForm reference={shows.facts.one.reference} typed={shows.typed} errors={shows.errors} />
    ) : null}
    <Allocate {...shows} />
    <Again facts={shows.facts} />
    <Rules facts={shows.facts} />
  </>
)
