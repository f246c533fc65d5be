/** The mode of `npm run build:no-newtab`; lib/toolbar-page.ts tells the code of it. */
const toolbarMode = 'no-newtab'

// WXT names the environment after the mode, and Vite would then build for a developer.
if (process.env.NODE_ENV === toolbarMode) process.env.NODE_ENV = 'production'

/** The parts of a manifest that say what the new tab and the button in the toolbar are. */
interface Surfaces {
  description?: string
  chrome_url_overrides?: object
  action?: { default_popup?: string; default_title?: string }
  commands?: Record<string, object>
}

/**
 * Makes the manifest of a build that leaves the browser's own new tab alone: the button opens the
 * front page, so its key becomes a command that opens the popup. A button that had a popup would
 * never tell of a press.
 */
export function leaveNewTabAlone(manifest: Surfaces, mode: string): void {
  if (mode !== toolbarMode) return
  delete manifest.chrome_url_overrides
  manifest.description = '__MSG_manifest_descriptionOfToolbarPage__'
  manifest.action = { ...manifest.action, default_title: '__MSG_manifest_openFrontPage__' }
  delete manifest.action.default_popup
  const { _execute_action: key, ...others } = manifest.commands ?? {}
  manifest.commands = {
    'find-paper': { ...key, description: '__MSG_manifest_actionTitle__' },
    ...others,
  }
}
