{{/* How Prometheus scrapes, for ServiceMonitor, PodMonitor and ScrapeConfig alike. */}}

{{/* Of the values under scrape those that are set, by the names given: (list ROOT NAME...). */}}
{{- define "exporter.scrapeFields" -}}
{{- $root := first . -}}
{{- $set := dict -}}
{{- range rest . -}}
{{- $value := get $root.Values.scrape . -}}
{{- if not (or (kindIs "invalid" $value) (has (toJson $value) (list `""` "0" "[]" "{}"))) -}}
{{- $_ := set $set . $value -}}
{{- end -}}
{{- end -}}
{{- toYaml $set -}}
{{- end -}}

{{/* Fields that an endpoint of a monitor and a whole ScrapeConfig share. */}}
{{- define "exporter.commonScrape" -}}
{{- $set := include "exporter.scrapeFields" (list . "scrapeTimeout" "honorLabels" "honorTimestamps" "trackTimestampsStaleness" "metricRelabelings" "params" "basicAuth" "authorization" "oauth2" "proxyUrl" "noProxy" "proxyFromEnvironment" "proxyConnectHeader") | fromYaml -}}
{{- $site := empty .Values.scrape.site | ternary list (list (dict "targetLabel" "site" "replacement" .Values.scrape.site)) -}}
{{- with concat $site .Values.scrape.relabelings }}{{ $_ := set $set "relabelings" . }}{{ end -}}
{{- if include "exporter.hasTls" . -}}
{{- $authority := dict "secret" (dict "name" (include "exporter.tlsSecret" .) "key" .Values.web.tls.caKey) -}}
{{- $name := dict "serverName" (include "exporter.host" .) -}}
{{- $_ := set $set "tlsConfig" (include "exporter.overlay" (list $name (.Values.scrape.tlsConfig | default (dict "ca" $authority))) | fromJson) -}}
{{- end -}}
{{- toYaml $set -}}
{{- end -}}

{{/* Fields that the specs of all three share. */}}
{{- define "exporter.limits" -}}
{{- include "exporter.scrapeFields" (list . "scrapeProtocols" "fallbackScrapeProtocol" "scrapeClass" "sampleLimit" "targetLimit" "labelLimit" "labelNameLengthLimit" "labelValueLengthLimit" "keepDroppedTargets" "bodySizeLimit" "nativeHistogramBucketLimit" "nativeHistogramMinBucketFactor" "scrapeNativeHistograms" "scrapeClassicHistograms" "convertClassicHistogramsToNHCB") -}}
{{- end -}}

{{/* A duration of Prometheus, such as 1m30s, in milliseconds. */}}
{{- define "exporter.millis" -}}
{{- $units := dict "ms" 1 "s" 1000 "m" 60000 "h" 3600000 "d" 86400000 "w" 604800000 "y" 31536000000 -}}
{{- $sum := 0 -}}
{{- range regexFindAll `\d+[a-z]+` . -1 -}}
{{- $sum = add $sum (mul (regexFind `\d+` .) (get $units (regexFind `[a-z]+` .))) -}}
{{- end -}}
{{ $sum }}
{{- end -}}

{{- define "exporter.scheme" -}}
{{ include "exporter.hasTls" . | empty | ternary "http" "https" }}
{{- end -}}

{{/* The Service's name in the cluster, which its certificate has. */}}
{{- define "exporter.host" -}}
{{ include "exporter.fullname" . }}.{{ include "exporter.namespace" . }}.svc
{{- end -}}

{{/* The one endpoint of a monitor, as JSON: (list ROOT OWN), where OWN is serviceMonitor or podMonitor. */}}
{{- define "exporter.endpoint" -}}
{{- $root := first . -}}
{{- $own := last . -}}
{{- $endpoint := include "exporter.commonScrape" $root | fromYaml -}}
{{- $further := include "exporter.scrapeFields" (list $root "interval" "followRedirects" "enableHttp2" "filterRunning" "bearerTokenSecret") | fromYaml -}}
{{- $port := dict "port" "metrics" "path" $root.Values.web.telemetryPath "scheme" (include "exporter.scheme" $root) -}}
{{- include "exporter.overlay" (list $endpoint $further $port $own.extraEndpoint) -}}
{{- end -}}

{{/* The spec of a monitor but for selector and endpoints, as JSON: (list ROOT OWN). */}}
{{- define "exporter.monitorSpec" -}}
{{- $root := first . -}}
{{- $own := last . -}}
{{- $spec := include "exporter.scrapeFields" (list $root "jobLabel" "podTargetLabels" "attachMetadata" "selectorMechanism") | fromYaml -}}
{{- $limits := include "exporter.limits" $root | fromYaml -}}
{{- $names := dict "namespaceSelector" (dict "matchNames" (list (include "exporter.namespace" $root))) -}}
{{- include "exporter.overlay" (list $spec $limits $names $own.extraSpec) -}}
{{- end -}}

{{/*
The job of what a monitor scrapes: (list ROOT KIND), where KIND is serviceMonitor, podMonitor or scrapeConfig. Empty where a
relabeling decides.
*/}}
{{- define "exporter.job" -}}
{{- $root := first . -}}
{{- $own := get $root.Values (last .) -}}
{{- $relabelings := concat $root.Values.scrape.relabelings (($own.extraEndpoint | default dict).relabelings | default list) ($own.extraSpec.relabelings | default list) -}}
{{- $targets := list -}}
{{- range $relabelings }}{{ $targets = append $targets .targetLabel }}{{ end -}}
{{- if not (has "job" $targets) -}}
{{- $name := include "exporter.fullname" $root -}}
{{- $label := $own.extraSpec.jobLabel | default $root.Values.scrape.jobLabel -}}
{{- $service := get (include "exporter.metadata" (dict "root" $root "own" $root.Values.service "labels" (dict "app.kubernetes.io/component" "exporter")) | fromYaml) "labels" -}}
{{- $pod := include "exporter.podLabels" $root | fromJson -}}
{{- if eq (last .) "serviceMonitor" -}}{{ get $service $label | default $name }}
{{- else if eq (last .) "podMonitor" -}}{{ get $pod $label | default (printf "%s/%s" ($own.namespace | default (include "exporter.namespace" $root)) $name) }}
{{- else -}}{{ $own.extraSpec.jobName | default (include "exporter.name" $root) }}
{{- end -}}
{{- end -}}
{{- end -}}
