import type { ReactNode } from 'react'
import { Form, SubmitButton } from './form.tsx'
import { type PersonShown, Reading } from './frame.tsx'
import type { FieldError, Typed } from './model.ts'

type StepShows = {
  readonly title: string
  readonly button: string
  readonly back: string
  readonly action: string
  readonly fields: ReactNode
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: PersonShown | undefined
  readonly files?: boolean | undefined
  /** What stands wide above the form, such as things to choose among. */
  readonly before?: ReactNode
}

/** One form, on a page of its own: 422 where something typed was not accepted. */
export const stepPage = (of: StepShows) => ({
  title: of.title,
  back: of.back,
  ...(of.person === undefined ? {} : { person: of.person }),
  errors: of.errors,
  status: of.errors.length > 0 ? 422 : 200,
  wide: of.before !== undefined,
  body: (
    <>
      <Reading>
        <h1>{of.title}</h1>
      </Reading>
      {of.before}
      <Reading>
        <Form action={of.action} typed={of.typed} errors={of.errors} files={of.files}>
          {of.fields}
          <SubmitButton>{of.button}</SubmitButton>
        </Form>
      </Reading>
    </>
  ),
})
