# Made from the commands and flags of the program: see CONTRIBUTING.md.
_ticrypt_exporter() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=serve flags=
  COMPREPLY=()
  # Bash takes --flag=value apart.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $prev in
    --config.file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --web.listen-address) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --web.telemetry-path) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --web.config.file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --privacy.level) COMPREPLY=($(compgen -W 'strict named detailed' -- "$cur")); return ;;
    --running) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --output) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --format) COMPREPLY=($(compgen -W 'markdown json' -- "$cur")); return ;;
    --thresholds) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --seed) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --scale) COMPREPLY=($(compgen -W '' -- "$cur")); return ;;
    --scenario) COMPREPLY=($(compgen -W 'calm busy drift host-down api-flaky token-revoked' -- "$cur")); return ;;
    --log.level) COMPREPLY=($(compgen -W 'debug info warn error' -- "$cur")); return ;;
    --log.format) COMPREPLY=($(compgen -W 'logfmt json' -- "$cur")); return ;;
  esac
  if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]]; then
    command=${COMP_WORDS[1]}
  fi
  case $command in
    serve) flags='--config.file= --web.listen-address= --web.telemetry-path= --web.allow-open --web.config.file= --web.enable-lifecycle --privacy.level= --exposition.self-check --log.level= --log.format= --help --version' ;;
    demo) flags='--seed= --scale= --scenario= --web.listen-address= --web.telemetry-path= --web.allow-open --web.config.file= --web.enable-lifecycle --privacy.level= --exposition.self-check --log.level= --log.format= --help --version' ;;
    simulate) flags='--seed= --scale= --scenario= --web.listen-address= --web.allow-open --log.level= --log.format= --help --version' ;;
    train) flags='--log.level= --log.format= --help --version' ;;
    check) flags='--live --running= --config.file= --web.listen-address= --web.telemetry-path= --web.allow-open --web.config.file= --web.enable-lifecycle --privacy.level= --exposition.self-check --log.level= --log.format= --help --version' ;;
    once) flags='--output= --config.file= --privacy.level= --exposition.self-check --log.level= --log.format= --help --version' ;;
    metrics) flags='--format= --help --version' ;;
    assets) flags='--thresholds= --force --help --version' ;;
  esac
  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
    COMPREPLY=($(compgen -W 'serve demo simulate train check once metrics assets' -- "$cur"))
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
  elif [[ $command == assets ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -d -- "$cur"))
  fi
}
complete -F _ticrypt_exporter ticrypt-exporter
