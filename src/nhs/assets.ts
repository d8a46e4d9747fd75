import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file that browsers fetch, below `/assets/`. */
export type Asset = { readonly path: string; readonly type: string; readonly body: Buffer }

/** The folder of the project, found upwards from here: from the source and from a bundle below it. */
function projectFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'src/nhs/assets/openphb.js'))) {
    if (dirname(folder) === folder)
      throw new Error('The folder with src/nhs/assets was not found above this file')
    folder = dirname(folder)
  }
  return folder
}

const nhsFolder = 'node_modules/nhsuk-frontend/dist/nhsuk'

/** Fonts of the reader's own machine: nothing is fetched, and the NHS's own font is licensed to the NHS. */
const fonts =
  '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'

/** Takes the NHS fonts out of NHS styles: the rules that fetch them, and every mention of the family. */
export const withoutNhsFonts = (css: string): string =>
  css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/(["']?)Frutiger W01\1(?:,\s*arial)?(?:,\s*sans-serif)?/gi, fonts)
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '')

/** Our own sheets, in the order in which they overrule each other. */
const sheets = ['frame', 'menu', 'tables', 'cases', 'notes', 'charts', 'clocks', 'letter-and-print']

/** The one stylesheet: nhsuk-frontend's, without its fonts, and ours after it. */
export function buildCss(): string {
  const root = projectFolder()
  const theirs = readFileSync(join(root, nhsFolder, 'nhsuk-frontend.min.css'), 'utf8')
  const ours = sheets.map(sheet => readFileSync(join(root, 'src/nhs/assets', `${sheet}.css`), 'utf8'))
  return [withoutNhsFonts(theirs), ...ours].join('\n')
}

const script = 'text/javascript; charset=utf-8'
const icons = ['arrow-down', 'arrow-up', 'arrow-up-down', 'cross']

/** Every file a page asks for: the stylesheet, two scripts and a few icons. Read once, at the start. */
export function readAssets(): readonly Asset[] {
  const root = projectFolder()
  const read = (...path: string[]): Buffer => readFileSync(join(root, ...path))
  const nhsScript = read(nhsFolder, 'nhsuk-frontend.min.js')
    .toString('utf8')
    .replace(/\/\/# sourceMappingURL=.*/, '')
  return [
    { path: 'openphb.css', type: 'text/css; charset=utf-8', body: Buffer.from(buildCss()) },
    { path: 'openphb.js', type: script, body: read('src/nhs/assets/openphb.js') },
    { path: 'nhsuk-frontend.min.js', type: script, body: Buffer.from(nhsScript) },
    { path: 'favicon.svg', type: 'image/svg+xml', body: read('src/nhs/assets/favicon.svg') },
    ...icons.map(icon => ({
      path: `images/nhsuk-icon-${icon}.svg`,
      type: 'image/svg+xml',
      body: read(nhsFolder, `assets/images/nhsuk-icon-${icon}.svg`),
    })),
  ]
}
