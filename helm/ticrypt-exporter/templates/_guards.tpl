{{/* What is refused because it would leak, poll twice, or never work. The Deployment asks, so that nothing is rendered. */}}
{{- define "exporter.guards" -}}
{{- include "exporter.guardName" . -}}
{{- include "exporter.guardAddresses" . -}}
{{- include "exporter.guardTokens" . -}}
{{- include "exporter.guardBackend" . -}}
{{- include "exporter.guardWeb" . -}}
{{- include "exporter.guardPolicy" . -}}
{{- include "exporter.guardReplicas" . -}}
{{- include "exporter.guardMonitors" . -}}
{{- end -}}

{{- define "exporter.guardName" -}}
{{- $name := include "exporter.fullname" . -}}
{{- if not (regexMatch `^[a-z]([-a-z0-9]*[a-z0-9])?$` $name) -}}
{{- fail (printf "fullnameOverride: a Service cannot be named %s; set a name of small letters, digits and hyphens that begins with a letter" $name) -}}
{{- end -}}
{{- end -}}

{{/* Before all that quote an address: what is refused here nobody should read. */}}
{{- define "exporter.guardAddresses" -}}
{{- $places := dict "config.ticrypt" .Values.config.ticrypt -}}
{{- range $provider, $settings := .Values.config.identity | default dict -}}
{{- $_ := set $places (printf "config.identity.%s" $provider) ($settings | default dict) -}}
{{- end -}}
{{- range $place, $settings := $places -}}
{{- range $key := list "base-url" "proxy" -}}
{{- if regexMatch `^[^/]*//[^/]*@|[?#]` (get $settings $key | default "") -}}
{{- fail (printf "%s.%s: expected an address without user, query and fragment, which would stand in a ConfigMap, but it has one of them; remove it" $place $key) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "exporter.guardTokens" -}}
{{- $inline := values .Values.tokens.inline | compact -}}
{{- if and .Values.tokens.existingSecret $inline -}}
{{- fail "tokens: expected one source, but were two, existingSecret and inline; remove the tokens under tokens.inline" -}}
{{- end -}}
{{- if not (or (include "exporter.tokens" . | fromYaml) .Values.config.ticrypt.tokens) -}}
{{- fail "tokens: expected at least one token, but was none; name a Secret in tokens.existingSecret, which tokens.keys has the keys of" -}}
{{- end -}}
{{- range $provider, $settings := .Values.config.identity | default dict -}}
{{- if hasKey (get ($settings | default dict) "api-key" | default dict) "value" -}}
{{- fail (printf "config.identity.%s.api-key.value: the key would stand in a ConfigMap; name a Secret in identity.existingSecret, and its key in identity.keys.%s" $provider $provider) -}}
{{- end -}}
{{- if and $settings (not (or (get $settings "api-key") (get $.Values.identity.keys $provider))) -}}
{{- fail (printf "identity.keys.%s: expected which key of identity.existingSecret is the provider's, but was nothing; set it, or remove config.identity.%s" $provider $provider) -}}
{{- end -}}
{{- end -}}
{{- $keys := values .Values.identity.keys | compact -}}
{{- if and $keys (not .Values.identity.existingSecret) -}}
{{- fail "identity.existingSecret: expected the Secret that holds the keys of identity.keys, but was nothing; name it" -}}
{{- end -}}
{{- if and .Values.backend.caBundle.configMap .Values.backend.caBundle.secret -}}
{{- fail "backend.caBundle: expected one source, but were two, configMap and secret; remove one of them" -}}
{{- end -}}
{{- end -}}

{{/* As the exporter itself judges it, before anything is installed. */}}
{{- define "exporter.guardBackend" -}}
{{- $address := index .Values.config.ticrypt "base-url" | default "" -}}
{{- $isPlain := and (hasPrefix "http://" $address) (not (include "exporter.isLoopback" $address)) -}}
{{- if and $isPlain (not (index .Values.config.ticrypt "allow-plain-http")) -}}
{{- fail (printf "config.ticrypt.base-url: %s would show the tokens to the network; use https://, or set config.ticrypt.allow-plain-http" $address) -}}
{{- end -}}
{{- end -}}

{{- define "exporter.guardWeb" -}}
{{- with .Values.web -}}
{{- if and .bearerTokens.keys (not .bearerTokens.existingSecret) -}}
{{- fail "web.bearerTokens.existingSecret: expected the Secret that holds the tokens, but was nothing; name it" -}}
{{- end -}}
{{- if and .tls.enabled (not .tls.existingSecret) (not .tls.certManager.enabled) -}}
{{- fail "web.tls: expected a certificate, but was none; name a Secret in web.tls.existingSecret, or switch web.tls.certManager on" -}}
{{- end -}}
{{- if and .bearerTokens.existingSecret (not .bearerTokens.keys) -}}
{{- fail "web.bearerTokens.keys: expected the keys of the Secret that hold tokens, but was nothing, so that nobody would be asked for one; name them" -}}
{{- end -}}
{{- if and (not .tls.enabled) (or .tls.existingSecret .tls.options .tls.clientAuthority.existingSecret) -}}
{{- fail "web.tls.enabled: expected true beside web.tls.existingSecret, options or clientAuthority, which would not be used; switch TLS on, or remove them" -}}
{{- end -}}
{{- if and .tls.certManager.enabled (not .tls.enabled) -}}
{{- fail "web.tls.certManager.enabled: the certificate would not be used; set web.tls.enabled too" -}}
{{- end -}}
{{- if and .tls.certManager.enabled (not .tls.certManager.issuerRef.name) -}}
{{- fail "web.tls.certManager.issuerRef.name: expected who issues the certificate, but was nothing; set it, and its kind" -}}
{{- end -}}
{{- end -}}
{{- if not (include "exporter.isClosed" .) -}}
{{- if not .Values.networkPolicy.enabled -}}
{{- fail "networkPolicy.enabled: everyone in the cluster could read the metrics, for they are served without TLS or without authentication; switch the policy on, or web.tls with web.basicAuthUsers, web.bearerTokens or web.tls.clientAuthority" -}}
{{- end -}}
{{- if not .Values.web.allowOpen -}}
{{- fail "web.allowOpen: the exporter would refuse to start, for it would serve without TLS or without authentication; switch on web.tls with web.basicAuthUsers, web.bearerTokens or web.tls.clientAuthority, or set web.allowOpen" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* "true" for a network of all addresses, however it writes that. */}}
{{- define "exporter.isEverywhere" -}}
{{- if regexMatch `/0+$` . }}true{{ end -}}
{{- end -}}

{{- define "exporter.guardPolicy" -}}
{{- $gate := include "exporter.gate" . -}}
{{- with .Values.networkPolicy -}}
{{- $names := include "exporter.ciliumNames" $ | fromJsonArray -}}
{{- if and .cilium.enabled (not .enabled) -}}
{{- fail "networkPolicy.enabled: expected true beside networkPolicy.cilium.enabled, for the other policy alone says who may scrape, and has egress.extraRules; switch it on, or networkPolicy.cilium off" -}}
{{- end -}}
{{- if and .cilium.enabled (not $names) -}}
{{- fail (printf "networkPolicy.cilium.enabled: expected a backend with a name, but %s has none; list its address in networkPolicy.egress.api.cidrs instead" $gate) -}}
{{- end -}}
{{- if .enabled -}}
{{- $byName := and .cilium.enabled (has (include "exporter.hostOf" $gate) $names) -}}
{{- if not (or .egress.api.cidrs .egress.api.to $byName) -}}
{{- fail "networkPolicy.egress.api.cidrs: expected the addresses of the backend, but was nothing; a NetworkPolicy cannot name hosts, so list them as in [192.0.2.10/32]" -}}
{{- end -}}
{{- range .egress.api.cidrs -}}
{{- if include "exporter.isEverywhere" . -}}
{{- fail (printf "networkPolicy.egress.api.cidrs: %s is everywhere; list the addresses of the backend" .) -}}
{{- end -}}
{{- end -}}
{{- range $place, $peers := dict "ingress.from" .ingress.from "egress.api.to" .egress.api.to "egress.dns.to" .egress.dns.to -}}
{{- range $peers -}}
{{- $cidr := dig "cidr" "" (.ipBlock | default dict) -}}
{{- if include "exporter.isEverywhere" $cidr -}}
{{- fail (printf "networkPolicy.%s: %s is everywhere; list the addresses that are meant, or say so under networkPolicy.%s.extraRules" $place $cidr (splitList "." $place | first)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $port := include "exporter.port" $gate | int -}}
{{- $open := list -}}
{{- range .egress.api.ports }}{{ $open = append $open (int .) }}{{ end -}}
{{- if not (or .egress.api.to (include "exporter.isLoopback" $gate) (has $port $open)) -}}
{{- fail (printf "networkPolicy.egress.api.ports: expected port %d of %s, but was %s; add it, or the exporter reaches nothing" $port $gate (join ", " $open)) -}}
{{- end -}}
{{- if not .ingress.from -}}
{{- fail "networkPolicy.ingress.from: expected who may scrape, but was an empty list, which Kubernetes takes for everybody; list the peers, such as the namespace of Prometheus" -}}
{{- end -}}
{{- if not (or .egress.dns.to .cilium.enabled) -}}
{{- fail "networkPolicy.egress.dns.to: expected the name servers, but was an empty list, which Kubernetes takes for everybody; list the peers, such as the namespace kube-system" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "exporter.guardReplicas" -}}
{{- if not .Values.allowDuplicatePolling -}}
{{- if gt (int .Values.replicas) 1 -}}
{{- fail (printf "replicas: expected at most 1, but was %d: each polls the backend by itself; accept that by allowDuplicatePolling" (int .Values.replicas)) -}}
{{- end -}}
{{- if ne .Values.strategy.type "Recreate" -}}
{{- fail (printf "strategy.type: expected Recreate, but was %s: during an update two would poll the backend; accept that by allowDuplicatePolling" .Values.strategy.type) -}}
{{- end -}}
{{- end -}}
{{- if and (kindIs "map" .Values.strategy.rollingUpdate) (ne .Values.strategy.type "RollingUpdate") -}}
{{- fail (printf "strategy.rollingUpdate: expected type RollingUpdate beside it, but was %s, with which Kubernetes refuses it; set strategy.type, or remove this" .Values.strategy.type) -}}
{{- end -}}
{{- if lt (int .Values.terminationGracePeriodSeconds) 10 -}}
{{- fail (printf "terminationGracePeriodSeconds: expected at least 10, but was %d: scrapes in flight have 8 seconds to end" (int .Values.terminationGracePeriodSeconds)) -}}
{{- end -}}
{{- end -}}

{{- define "exporter.guardMonitors" -}}
{{- $on := list -}}
{{- if and .Values.dashboards.grafanaOperator.enabled (not .Values.dashboards.enabled) -}}
{{- fail "dashboards.grafanaOperator.enabled: its GrafanaDashboards refer to ConfigMaps that are not there; set dashboards.enabled too" -}}
{{- end -}}
{{- if and .Values.scrape.tlsConfig (not (include "exporter.hasTls" .)) -}}
{{- fail "scrape.tlsConfig: expected web.tls.enabled beside it, for a scrape without TLS would not use it; switch TLS on, or remove this" -}}
{{- end -}}
{{- range $kind := list "serviceMonitor" "podMonitor" "scrapeConfig" -}}
{{- if (get $.Values $kind).enabled }}{{ $on = append $on $kind }}{{ end -}}
{{- end -}}
{{- if and .Values.scrapeConfig.enabled (gt (int .Values.replicas) 1) -}}
{{- fail "scrapeConfig.enabled: it scrapes the Service, and so one replica or another; take serviceMonitor or podMonitor for more than one" -}}
{{- end -}}
{{- if and .Values.scrapeConfig.enabled .Values.scrape.bearerTokenSecret -}}
{{- fail "scrape.bearerTokenSecret: a ScrapeConfig has no such field, and every scrape would be refused; use scrape.authorization" -}}
{{- end -}}
{{- if gt (len $on) 1 -}}
{{- fail (printf "%s: expected one of them, but were %d: everything would be scraped twice; switch the others off" (join ", " $on) (len $on)) -}}
{{- end -}}
{{- range $kind := $on -}}
{{- $own := get $.Values $kind -}}
{{- $endpoint := $own.extraEndpoint | default dict -}}
{{- $interval := $endpoint.interval | default $own.extraSpec.scrapeInterval | default $.Values.scrape.interval -}}
{{- $timeout := $endpoint.scrapeTimeout | default $own.extraSpec.scrapeTimeout | default $.Values.scrape.scrapeTimeout -}}
{{- if gt (include "exporter.millis" $timeout | int64) (include "exporter.millis" $interval | int64) -}}
{{- fail (printf "scrape.scrapeTimeout: expected at most the interval of %s, but was %s, with which Prometheus scrapes nothing; shorten it, or lengthen scrape.interval" $interval $timeout) -}}
{{- end -}}
{{- $elsewhere := $own.namespace -}}
{{- $home := include "exporter.namespace" $ -}}
{{- $further := list (get $.Values $kind).extraSpec ((get $.Values $kind).extraEndpoint | default dict) -}}
{{- $ownAuthority := and (include "exporter.hasTls" $) (not $.Values.scrape.tlsConfig) -}}
{{- range $further -}}
{{- if .tlsConfig }}{{ $ownAuthority = false }}{{ end -}}
{{- end -}}
{{- if and $elsewhere (ne $elsewhere $home) $ownAuthority -}}
{{- fail (printf "%s.namespace: from %s it cannot name Secret %s of %s, which has the authority of the exporter's certificate; set scrape.tlsConfig, or leave the namespace" $kind $elsewhere (include "exporter.tlsSecret" $) $home) -}}
{{- end -}}
{{- $job := include "exporter.job" (list $ $kind) -}}
{{- $wanted := index (include "exporter.thresholds" $ | fromJson) "rules.job" -}}
{{- if and (or $.Values.prometheusRule.enabled $.Values.rulesConfigMap.enabled) $job (ne $job $wanted) -}}
{{- fail (printf "rules.thresholds.rules.job: the job will be %s, but rules look for %s, and would take the exporter for absent; set it to that, or leave scrape.jobLabel and %s.extraSpec" $job $wanted $kind) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Rules and dashboards are links in a checkout, which Git makes plain files where a system has none. */}}
{{- define "exporter.guardFiles" -}}
{{- if not (and (.Files.Get "files/rules/ticrypt-alerts.yaml") (.Files.Glob "files/dashboards/*.json")) -}}
{{- fail "files: the chart's rules and dashboards are missing, for this checkout has no symbolic links; check out with core.symlinks=true, or use the chart's archive, as Flux has to" -}}
{{- end -}}
{{- end -}}
