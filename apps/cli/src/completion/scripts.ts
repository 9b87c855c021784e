/** What each shell reads to complete our commands: all ask the program itself, so that they never lag behind it. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_zoom_webinar() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(zoom-webinar completion suggest -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _zoom_webinar zoom-webinar
`,
  zsh: `#compdef zoom-webinar
_zoom_webinar() {
  local -a found
  found=("\${(@f)$(zoom-webinar completion suggest -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found
}
compdef _zoom_webinar zoom-webinar
`,
  fish: `complete -c zoom-webinar -f -a '(zoom-webinar completion suggest -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName zoom-webinar -ScriptBlock {
  param($word, $ast, $position)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '' }
  zoom-webinar completion suggest -- @words 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
};
