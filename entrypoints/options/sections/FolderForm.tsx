import { t } from '@/lib/i18n.ts'
import type { EveryMachine, EveryMachineCommands } from '@/lib/state/every-machine.ts'

/** The form for a WebDAV folder: what is typed stays until it works. */
export function FolderForm(props: { model: EveryMachine; commands: EveryMachineCommands }) {
  const { model, commands } = props
  return (
    <form
      class="folder"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const read = (name: string) => String(form.get(name) ?? '')
        const typed = { url: read('url'), user: read('user'), password: read('password') }
        const isTest = (event.submitter as HTMLButtonElement | null)?.value === 'test'
        void (isTest ? commands.tryFolder(typed) : commands.turnOnFolder(typed))
      }}
    >
      <label for="folder-url">{t('settings.folderAddress')}</label>
      <input
        id="folder-url"
        name="url"
        type="text"
        inputmode="url"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        placeholder="https://cloud.example/remote.php/dav/files/ada/Paperboy"
        required
      />
      <label for="folder-user">{t('settings.user')}</label>
      <input id="folder-user" name="user" type="text" spellcheck={false} autocomplete="off" />
      <label for="folder-password">{t('settings.password')}</label>
      <input id="folder-password" name="password" type="password" autocomplete="off" />
      <p class="hint">{t('settings.appPassword')}</p>
      <p class="buttons">
        <button type="submit" class="button" value="on" disabled={model.isBusy.value}>
          {t('settings.turnOn')}
        </button>
        <button type="submit" class="button" value="test" disabled={model.isBusy.value}>
          {t('settings.test')}
        </button>
      </p>
    </form>
  )
}
