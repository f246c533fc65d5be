import { type Signal, signal } from '@preact/signals'
import { type Browser, browser } from 'wxt/browser'
import { describeError } from '../errors.ts'
import { t } from '../i18n.ts'
import { originsOf } from '../origins.ts'

/** A permission, or access to a host, and whether the browser has it given. */
export interface Grant {
  /** As the manifest has it: `topSites`, `https://huggingface.co/*`. */
  name: string
  isHost: boolean
  /** The extension has it from its installation on. */
  isRequired: boolean
  isGranted: boolean
}

/** Why a grant did not become what was wanted, in words; `of` is its name, "" for all of them. */
export interface GrantProblem {
  of: string
  text: string
}

export interface GrantCommands {
  /** Asks for it, or gives it back; only on a click. */
  change(grant: Grant, isGranted: boolean): Promise<void>
}

/** What the browser lets Paperboy do, kept true as the reader changes it anywhere. */
export function openGrants(): [
  Signal<readonly Grant[]>,
  Signal<GrantProblem | undefined>,
  GrantCommands,
] {
  const grants = signal<readonly Grant[]>([])
  const problem = signal<GrantProblem>()
  const read = async () => {
    grants.value = listGrants(
      browser.runtime.getManifest() as Asked,
      await browser.permissions.getAll(),
    )
  }
  const fail = (error: unknown, of = '') => {
    problem.value = { of, text: describeError(error) }
  }
  void read().catch(fail)
  browser.permissions.onAdded.addListener(() => void read().catch(fail))
  browser.permissions.onRemoved.addListener(() => void read().catch(fail))
  return [
    grants,
    problem,
    {
      async change({ name, isHost }, isGranted) {
        problem.value = undefined
        const what = isHost ? { origins: [name] } : { permissions: [name as 'downloads'] }
        const { request, remove } = browser.permissions
        const isDone = await (isGranted ? request(what) : remove(what)).catch((error) =>
          fail(error, name),
        )
        if (isGranted && isDone === false)
          problem.value = { of: name, text: t('settings.staysOff') }
        await read().catch(fail)
      },
    },
  ]
}

/** Access to the host of an address, as it stands among what the browser has given. */
export function grantFor(address: string, grants: readonly Grant[] = []): Grant {
  const [name = ''] = originsOf(address).origins
  const isGranted = grants.some((each) => each.name === name && each.isGranted)
  return { name, isHost: true, isRequired: false, isGranted }
}

/** What a manifest asks for. */
interface Asked {
  permissions?: readonly string[]
  host_permissions?: readonly string[]
  optional_permissions?: readonly string[]
}

/** Those of the manifest first, as it has them; then hosts that were allowed later. */
export function listGrants(manifest: Asked, given: Browser.permissions.Permissions): Grant[] {
  const { permissions = [], host_permissions: hosts = [] } = manifest
  const { optional_permissions: optional = [] } = manifest
  const origins = given.origins ?? []
  const isGiven = (name: string) => (given.permissions ?? []).includes(name as never)
  const later = origins.filter((each) => !hosts.includes(each))
  return [
    ...permissions.map((name) => row(name, false, true, true)),
    ...hosts.map((name) => row(name, true, true, origins.includes(name))),
    ...optional.map((name) => row(name, false, false, isGiven(name))),
    ...later.map((name) => row(name, true, false, true)),
  ]
}

function row(name: string, isHost: boolean, isRequired: boolean, isGranted: boolean): Grant {
  return { name, isHost, isRequired, isGranted }
}
