#compdef ticrypt-exporter
# Made from the commands and flags of the program: see CONTRIBUTING.md.
local -a commands=(
  'serve:Run the exporter.'
  'demo:Run the exporter on a simulated tiCrypt site.'
  'simulate:Run the simulated tiCrypt API alone, for dashboards and tests, and print its tokens.'
  'train:Start the exporter on a small simulated site, scrape it in every form and end.'
  'check:Read the configuration and print what is wrong with it, or else what it makes the exporter read.'
  'once:Read everything once and print the metrics, for a cron job and node_exporter'\''s textfile collector.'
  'metrics:Print the reference of all metrics as a table.'
  'assets:Write the dashboards, rules and example configuration that come with the exporter into a directory.'
)
local command=serve
if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
  _describe -t commands command commands
  return
fi
if [[ $words[2] != -* ]]; then
  command=$words[2]
  shift words
  ((CURRENT--))
fi
case $command in
  serve)
    _arguments \
      '--config.file=[The configuration, in YAML.]:FILE:_files' \
      '*--web.listen-address=[Where to listen.]:HOST\:PORT:()' \
      '--web.telemetry-path=[Where the metrics are.]:PATH:()' \
      '--web.allow-open[Accept a listen address that is not loopback, although everyone who reaches it can read what it serves.]' \
      '--web.config.file=[TLS, authentication, headers and a rate limit, in the form of the Prometheus exporter-toolkit; read again when it changes.]:FILE:_files' \
      '--web.enable-lifecycle[Let a POST to /-/reload have the configuration read again.]' \
      '--privacy.level=[How much the metrics name.]:LEVEL:(strict named detailed)' \
      '--exposition.self-check[Read every exposition back before it is published.]' \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  demo)
    _arguments \
      '--seed=[The same seed makes the same site and the same tokens.]:NUMBER:()' \
      '--scale=[Size of the site.]:NUMBER:()' \
      '--scenario=[What happens at the site.]:NAME:(calm busy drift host-down api-flaky token-revoked)' \
      '*--web.listen-address=[Where to listen.]:HOST\:PORT:()' \
      '--web.telemetry-path=[Where the metrics are.]:PATH:()' \
      '--web.allow-open[Accept a listen address that is not loopback, although everyone who reaches it can read what it serves.]' \
      '--web.config.file=[TLS, authentication, headers and a rate limit, in the form of the Prometheus exporter-toolkit; read again when it changes.]:FILE:_files' \
      '--web.enable-lifecycle[Let a POST to /-/reload have the configuration read again.]' \
      '--privacy.level=[How much the metrics name.]:LEVEL:(strict named detailed)' \
      '--exposition.self-check[Read every exposition back before it is published.]' \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  simulate)
    _arguments \
      '--seed=[The same seed makes the same site and the same tokens.]:NUMBER:()' \
      '--scale=[Size of the site.]:NUMBER:()' \
      '--scenario=[What happens at the site.]:NAME:(calm busy drift host-down api-flaky token-revoked)' \
      '*--web.listen-address=[Where to listen.]:HOST\:PORT:()' \
      '--web.allow-open[Accept a listen address that is not loopback, although everyone who reaches it can read what it serves.]' \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  train)
    _arguments \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  check)
    _arguments \
      '--live[Read every configured route once, and print how it went, which hosts were seen, and what running the exporter will cost.]' \
      '--running=[Ask the exporter that runs at this address, such as https\://exporter.example.edu\:10917, whether it is ready and how old its data is, as a scraper would that has the web configuration'\''s certificate and token.]:URL:()' \
      '--config.file=[The configuration, in YAML.]:FILE:_files' \
      '*--web.listen-address=[Where to listen.]:HOST\:PORT:()' \
      '--web.telemetry-path=[Where the metrics are.]:PATH:()' \
      '--web.allow-open[Accept a listen address that is not loopback, although everyone who reaches it can read what it serves.]' \
      '--web.config.file=[TLS, authentication, headers and a rate limit, in the form of the Prometheus exporter-toolkit; read again when it changes.]:FILE:_files' \
      '--web.enable-lifecycle[Let a POST to /-/reload have the configuration read again.]' \
      '--privacy.level=[How much the metrics name.]:LEVEL:(strict named detailed)' \
      '--exposition.self-check[Read every exposition back before it is published.]' \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  once)
    _arguments \
      '--output=[Write to this file instead of standard output.]:FILE:_files' \
      '--config.file=[The configuration, in YAML.]:FILE:_files' \
      '--privacy.level=[How much the metrics name.]:LEVEL:(strict named detailed)' \
      '--exposition.self-check[Read every exposition back before it is published.]' \
      '--log.level=[The least severe lines to log.]:LEVEL:(debug info warn error)' \
      '--log.format=[The form of log lines.]:FORMAT:(logfmt json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  metrics)
    _arguments \
      '--format=[The form of the table.]:FORMAT:(markdown json)' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
  assets)
    _arguments \
      '--thresholds=[Make the alert rules with the numbers of this file, in the shape of alerts/thresholds.yaml; what it leaves out stays as it is there.]:FILE:_files' \
      '--force[Overwrite files that differ from the bundled ones.]' \
      ':directory:_directories' \
      '--version[Print name and version.]' '--help[Print the help.]'
    ;;
esac
