import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, DayField, Form, Select, SubmitButton, TextArea, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { SettingShown } from '../queries/settings.ts'
import { allSettings, type SettingName, saySetting, settingNames } from '../rules/settings.ts'

type Shows = {
  readonly board: string
  readonly settings: readonly SettingShown[]
  readonly today: PlainDate
  readonly maySet: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const usualSaid = (name: SettingName): string => {
  const { usual } = settingNames[name]
  return usual === null ? 'Not set' : `${saySetting(name, usual)} (our usual figure, not set here)`
}

const Now = ({ settings, today }: Pick<Shows, 'settings' | 'today'>) => (
  <DataTable
    caption={`In force on ${sayShortDay(today)}`}
    columns={[{ says: 'Figure' }, { says: 'Now' }, { says: 'Since' }, { says: 'By' }, { says: 'Why' }]}
    rows={allSettings.map(name => {
      const now = settings.find(one => one.name === name && one.from <= today)
      return {
        key: name,
        cells: [
          <span key="says">
            {settingNames[name].says}
            <span className="app-table__about">{settingNames[name].hint}</span>
          </span>,
          now ? saySetting(name, now.value) : usualSaid(name),
          now ? sayShortDay(now.from) : '',
          now?.by ?? '',
          now?.because ?? '',
        ],
      }
    })}
    empty=""
  />
)

const ToCome = ({ settings, today }: Pick<Shows, 'settings' | 'today'>) => {
  const coming = settings.filter(one => one.from > today)
  return coming.length === 0 ? null : (
    <DataTable
      caption="From a later day"
      columns={[{ says: 'Figure' }, { says: 'Then' }, { says: 'From' }, { says: 'Why' }]}
      rows={coming.map(one => ({
        key: `${one.name} ${one.from} ${one.value}`,
        cells: [
          settingNames[one.name].says,
          saySetting(one.name, one.value),
          sayShortDay(one.from),
          one.because,
        ],
      }))}
      empty=""
    />
  )
}

/** The board's own figures on money asked back: dated, with who set each and why. */
export const settingsPage = (shows: Shows): Page => ({
  title: 'Figures for recoveries',
  back: '/recoveries',
  wide: true,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.board}</span> Figures for recoveries
      </h1>
      <p>
        These are the board’s own. None is a figure of law. A change holds from its day; what was proposed
        before stays as it was worked out.
      </p>
      <Now {...shows} />
      <ToCome {...shows} />
      {shows.maySet ? (
        <>
          <h2>Set a figure</h2>
          <Form action="/recoveries/settings" typed={shows.typed} errors={shows.errors}>
            <Select
              name="name"
              label="Which figure?"
              none="Choose the figure"
              options={allSettings.map(value => ({
                value,
                label: `${settingNames[value].says} (${settingNames[value].unit})`,
              }))}
            />
            <TextField name="value" label="The figure" width={10} />
            <DayField name="from" label="From which day?" />
            <TextArea name="because" label="Who decided it, where and why" rows={3} most={500} />
            <SubmitButton>Set it</SubmitButton>
          </Form>
        </>
      ) : null}
    </>
  ),
})
