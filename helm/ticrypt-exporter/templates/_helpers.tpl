{{/* Names, labels and what several templates ask. */}}

{{/*
All keys of several maps as JSON; of equal ones the later counts: (list MAP MAP...). Helm's own functions for this let a later
value lose that is empty or false.
*/}}
{{- define "exporter.overlay" -}}
{{- $all := dict -}}
{{- range . -}}
{{- range $key, $value := . | default dict }}{{ $_ := set $all $key $value }}{{ end -}}
{{- end -}}
{{- toJson $all -}}
{{- end -}}

{{- define "exporter.name" -}}
{{ .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{/* The release's name, with the chart's behind it unless it is in there; short enough for suffixes. */}}
{{- define "exporter.fullname" -}}
{{- $name := include "exporter.name" . -}}
{{- $joined := contains $name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $name) -}}
{{ .Values.fullnameOverride | default $joined | trunc 52 | trimSuffix "-" }}
{{- end -}}

{{- define "exporter.namespace" -}}
{{ .Values.namespaceOverride | default .Release.Namespace }}
{{- end -}}

{{/*
What no value changes, for a Deployment's selector may never change: by it the policy finds all pods of the release, those of
helm test included.
*/}}
{{- define "exporter.selectorLabels" -}}
app.kubernetes.io/part-of: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{/* With the name that becomes the job. */}}
{{- define "exporter.jobLabels" -}}
app.kubernetes.io/name: {{ include "exporter.name" . | quote }}
{{ include "exporter.selectorLabels" . }}
{{- end -}}

{{/* The daemon's pods alone. */}}
{{- define "exporter.daemonLabels" -}}
{{ include "exporter.selectorLabels" . }}
app.kubernetes.io/component: exporter
{{- end -}}

{{/* The pod of helm test. */}}
{{- define "exporter.testLabels" -}}
{{ include "exporter.selectorLabels" . }}
app.kubernetes.io/component: test
{{- end -}}

{{/* Of the daemon's pods, as JSON. */}}
{{- define "exporter.podLabels" -}}
{{- $ours := include "exporter.labels" . | fromYaml -}}
{{- $fixed := include "exporter.jobLabels" . | fromYaml -}}
{{- $selected := include "exporter.daemonLabels" . | fromYaml -}}
{{- include "exporter.overlay" (list $ours .Values.commonLabels .Values.podLabels $fixed $selected) -}}
{{- end -}}

{{/* The version is the image's; a digest alone does not tell it. A label neither begins nor ends with one of -_. as a tag may. */}}
{{- define "exporter.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "exporter.jobLabels" . }}
{{- with .Values.image.tag | default (empty .Values.image.digest | ternary .Chart.AppVersion "") | trunc 63 | trimAll "-_." }}
app.kubernetes.io/version: {{ . | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/*
Name, namespace, labels and annotations of an object. Of the root, or of
(dict "root" $ "suffix" "-web" "own" .Values.service "labels" (dict ...)): own has labels, annotations and namespace of that
object; labels counts before the rest. No value changes what the policy, the Service and the job go by. Names stand in quotes,
here and elsewhere: without them on is a flag to YAML, and 1e3 a number.
*/}}
{{- define "exporter.metadata" -}}
{{- $root := .root | default . -}}
{{- $own := .own | default dict -}}
{{- $ours := include "exporter.labels" $root | fromYaml -}}
{{- $fixed := include "exporter.jobLabels" $root | fromYaml -}}
{{- $labels := include "exporter.overlay" (list $ours $root.Values.commonLabels $own.labels .labels $fixed) | fromJson -}}
{{- $annotations := include "exporter.overlay" (list $root.Values.commonAnnotations $own.annotations .annotations) | fromJson -}}
name: {{ printf "%s%s" (include "exporter.fullname" $root) (.suffix | default "") | quote }}
namespace: {{ $own.namespace | default (include "exporter.namespace" $root) | quote }}
labels:
  {{- toYaml $labels | nindent 2 }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "exporter.image" -}}
{{- $registry := .Values.global.imageRegistry | default .Values.image.registry -}}
{{ list $registry .Values.image.repository | compact | join "/" }}
{{- with .Values.image.digest }}@{{ . }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end -}}

{{/* Names and maps with a name alike. */}}
{{- define "exporter.pullSecrets" -}}
{{- range concat .Values.global.imagePullSecrets .Values.image.pullSecrets }}
- name: {{ if kindIs "map" . }}{{ .name | quote }}{{ else }}{{ . | quote }}{{ end }}
{{- end }}
{{- end -}}

{{- define "exporter.serviceAccount" -}}
{{- $own := .Values.serviceAccount -}}
{{ $own.name | default ($own.create | ternary (include "exporter.fullname" .) "default") }}
{{- end -}}

{{/* "true" on OpenShift, which chooses users and groups itself and refuses those of others. */}}
{{- define "exporter.isOpenShift" -}}
{{- $found := .Capabilities.APIVersions.Has "security.openshift.io/v1" -}}
{{- if or (eq .Values.openshift "enabled") (and (eq .Values.openshift "auto") $found) }}true{{ end -}}
{{- end -}}

{{- define "exporter.podSecurityContext" -}}
{{- $context := .Values.podSecurityContext -}}
{{- if include "exporter.isOpenShift" . -}}
{{- $context = omit $context "runAsUser" "runAsGroup" "fsGroup" "supplementalGroups" -}}
{{- end -}}
{{- toYaml $context -}}
{{- end -}}

{{- define "exporter.securityContext" -}}
{{- $context := .Values.securityContext -}}
{{- if include "exporter.isOpenShift" . -}}
{{- $context = omit $context "runAsUser" "runAsGroup" -}}
{{- end -}}
{{- toYaml $context -}}
{{- end -}}

{{/* "true" for an address that does not leave the pod. */}}
{{- define "exporter.isLoopback" -}}
{{- if regexMatch `^https?://(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)` . }}true{{ end -}}
{{- end -}}

{{/* The host of an address, without its port. */}}
{{- define "exporter.hostOf" -}}
{{ regexReplaceAll `:\d+$` (urlParse .).host "" | lower }}
{{- end -}}

{{/* Where the exporter's requests go first. */}}
{{- define "exporter.gate" -}}
{{ .Values.config.ticrypt.proxy | default (index .Values.config.ticrypt "base-url") }}
{{- end -}}

{{/* The names that Cilium lets the pod go to, as JSON: of all that it asks, and those of the values. Addresses have none. */}}
{{- define "exporter.ciliumNames" -}}
{{- $addresses := list (include "exporter.gate" .) -}}
{{- range $provider, $settings := .Values.config.identity | default dict -}}
{{- with $settings }}{{ $addresses = append $addresses (.proxy | default (index . "base-url") | default "") }}{{ end -}}
{{- end -}}
{{- $names := list -}}
{{- range $addresses -}}
{{- $host := include "exporter.hostOf" . -}}
{{- if not (regexMatch `^([0-9.]+|\[.*|)$` $host) }}{{ $names = append $names $host }}{{ end -}}
{{- end -}}
{{- concat $names .Values.networkPolicy.cilium.hosts | uniq | toJson -}}
{{- end -}}

{{/* The port of an address, also where it names none. */}}
{{- define "exporter.port" -}}
{{- $named := regexFind `:\d+$` (urlParse .).host | trimPrefix ":" -}}
{{ $named | default (hasPrefix "http://" . | ternary "80" "443") }}
{{- end -}}

{{/* The types of tokens that are configured, with the keys of the Secret that holds them, as YAML. */}}
{{- define "exporter.tokens" -}}
{{- $inline := dict -}}
{{- range $type, $token := .Values.tokens.inline -}}
{{- if $token }}{{ $_ := set $inline $type $type }}{{ end -}}
{{- end -}}
{{- $keys := dict -}}
{{- range $type, $key := .Values.tokens.keys -}}
{{- if $key }}{{ $_ := set $keys $type $key }}{{ end -}}
{{- end -}}
{{- toYaml (empty .Values.tokens.existingSecret | ternary $inline $keys) -}}
{{- end -}}

{{- define "exporter.tokenSecret" -}}
{{ .Values.tokens.existingSecret | default (printf "%s-tokens" (include "exporter.fullname" .)) }}
{{- end -}}

{{/* "true" where the daemon serves TLS. */}}
{{- define "exporter.hasTls" -}}
{{- if .Values.web.tls.enabled }}true{{ end -}}
{{- end -}}

{{/* The client_auth_type of the web configuration; empty without one. */}}
{{- define "exporter.clientAuthType" -}}
{{- $fallback := empty .Values.web.tls.clientAuthority.existingSecret | ternary "" "RequireAndVerifyClientCert" -}}
{{- if include "exporter.hasTls" . }}{{ .Values.web.tls.options.client_auth_type | default $fallback }}{{ end -}}
{{- end -}}

{{/* "true" where a handshake without a client certificate fails, as that of a probe. */}}
{{- define "exporter.needsClientCertificate" -}}
{{- if has (include "exporter.clientAuthType" .) (list "RequireAnyClientCert" "RequireClientCert" "RequireAndVerifyClientCert") }}true{{ end -}}
{{- end -}}

{{/* "true" where the daemon asks who scrapes: a certificate of an authority of ours, a password or a token. */}}
{{- define "exporter.hasAuthentication" -}}
{{- $verified := and .Values.web.tls.clientAuthority.existingSecret (eq (include "exporter.clientAuthType" .) "RequireAndVerifyClientCert") -}}
{{- if or $verified .Values.web.basicAuthUsers .Values.web.bearerTokens.keys }}true{{ end -}}
{{- end -}}

{{/* "true" where metrics are served within TLS to those who authenticate. */}}
{{- define "exporter.isClosed" -}}
{{- if and (include "exporter.hasTls" .) (include "exporter.hasAuthentication" .) }}true{{ end -}}
{{- end -}}

{{- define "exporter.tlsSecret" -}}
{{ .Values.web.tls.existingSecret | default (printf "%s-tls" (include "exporter.fullname" .)) }}
{{- end -}}

{{/* "true" where the daemon needs a web configuration. */}}
{{- define "exporter.hasWebConfig" -}}
{{- with .Values.web -}}
{{- if or .tls.enabled .basicAuthUsers .bearerTokens.keys .headers .rateLimit }}true{{ end -}}
{{- end -}}
{{- end -}}

{{/* What a probe asks: over the scheme that is served, and a mere connection where the kubelet could not show a certificate. */}}
{{- define "exporter.probe" -}}
{{- if include "exporter.needsClientCertificate" .root -}}
tcpSocket:
  port: metrics
{{- else -}}
httpGet:
  path: {{ .path }}
  port: metrics
  scheme: {{ include "exporter.hasTls" .root | empty | ternary "HTTP" "HTTPS" }}
{{- end }}
{{ toYaml .times }}
{{- end -}}
