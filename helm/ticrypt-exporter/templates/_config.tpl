{{/*
The exporter's configuration: what the values say under config, and what follows from the other values. Whatever the chart sets
may not stand there too, for one of the two would be lost.
*/}}
{{- define "exporter.config" -}}
{{- $config := deepCopy .Values.config -}}
{{- $ticrypt := $config.ticrypt | default dict -}}
{{- if not (index $ticrypt "base-url") -}}
{{- fail "config.ticrypt.base-url: expected the backend's address, but was nothing; set it, for example to https://api.example.edu" -}}
{{- end -}}
{{- if hasKey $ticrypt "tls" -}}
{{- fail "config.ticrypt.tls: the chart sets this; use the values under backend" -}}
{{- end -}}
{{- $mounted := include "exporter.tokens" . | fromYaml -}}
{{- if and $mounted (hasKey $ticrypt "tokens") -}}
{{- fail "config.ticrypt.tokens: the chart sets this; use the values under tokens" -}}
{{- end -}}
{{- range $type, $source := $ticrypt.tokens -}}
{{- if hasKey ($source | default dict) "value" -}}
{{- fail (printf "config.ticrypt.tokens.%s.value: the token would stand in a ConfigMap; use tokens.existingSecret, or file or env here" $type) -}}
{{- end -}}
{{- end -}}
{{- $tokens := $ticrypt.tokens | default dict -}}
{{- range $type, $_ := $mounted -}}
{{- $_ := set $tokens $type (dict "file" (printf "/run/secrets/ticrypt/%s" $type)) -}}
{{- end -}}
{{- $_ := set $ticrypt "tokens" $tokens -}}
{{- $_ := set $config "ticrypt" $ticrypt -}}
{{- $tls := include "exporter.backendTls" . | fromYaml -}}
{{- if $tls }}{{ $_ := set $ticrypt "tls" $tls }}{{ end -}}
{{- $identity := $config.identity | default dict -}}
{{- range $provider, $key := .Values.identity.keys -}}
{{- if $key -}}
{{- if not (hasKey $identity $provider) -}}
{{- fail (printf "identity.keys.%s: there is no config.identity.%s that would use this key; add its base-url there, or remove the key" $provider $provider) -}}
{{- end -}}
{{- if hasKey (get $identity $provider) "api-key" -}}
{{- fail (printf "config.identity.%s.api-key: identity.keys.%s sets this; remove one of them" $provider $provider) -}}
{{- end -}}
{{- $_ := set (get $identity $provider) "api-key" (dict "file" (printf "/run/secrets/identity/%s" $provider)) -}}
{{- end -}}
{{- end -}}
{{- if .Values.hostKey.existingSecret -}}
{{- $privacy := $config.privacy | default dict -}}
{{- if hasKey $privacy "host-key-file" -}}
{{- fail "config.privacy.host-key-file: hostKey sets this; remove one of them" -}}
{{- end -}}
{{- $_ := set $privacy "host-key-file" (printf "/run/secrets/host-key/%s" .Values.hostKey.key) -}}
{{- $_ := set $config "privacy" $privacy -}}
{{- end -}}
{{- $_ := set $config "web" (include "exporter.webSettings" . | fromYaml) -}}
{{- toYaml $config -}}
{{- end -}}

{{/* Every address, to Java of either family, for the kubelet and Prometheus are elsewhere; who reaches it is the policy's to say. */}}
{{- define "exporter.webSettings" -}}
listen-address: ["0.0.0.0:{{ .Values.web.port }}"]
telemetry-path: {{ .Values.web.telemetryPath | quote }}
allow-open: {{ and .Values.web.allowOpen (not (include "exporter.isClosed" .)) }}
enable-lifecycle: {{ .Values.web.enableLifecycle }}
{{- if include "exporter.hasWebConfig" . }}
config: { file: /run/secrets/web/web.yaml }
{{- end }}
{{- end -}}

{{- define "exporter.backendTls" -}}
{{- with .Values.backend.caBundle }}
{{- if or .configMap .secret }}
ca-file: /run/secrets/ca/{{ .key }}
{{- end }}
{{- end }}
{{- with .Values.backend.clientCertificate }}
{{- if .existingSecret }}
client-cert-file: /run/secrets/client/{{ .certKey }}
client-key-file: /run/secrets/client/{{ .keyKey }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The web configuration, with paths at which the Deployment mounts things. */}}
{{- define "exporter.webConfig" -}}
{{- $config := dict -}}
{{- with .Values.web -}}
{{- if .tls.enabled -}}
{{- $tls := deepCopy .tls.options -}}
{{- $_ := set $tls "cert_file" (printf "/run/secrets/tls/%s" .tls.certKey) -}}
{{- $_ := set $tls "key_file" (printf "/run/secrets/tls/%s" .tls.keyKey) -}}
{{- if .tls.clientAuthority.existingSecret -}}
{{- $_ := set $tls "client_ca_file" (printf "/run/secrets/clients/%s" .tls.clientAuthority.key) -}}
{{- $_ := set $tls "client_auth_type" (include "exporter.clientAuthType" $) -}}
{{- end -}}
{{- $_ := set $config "tls_server_config" $tls -}}
{{- end -}}
{{- with .basicAuthUsers }}{{ $_ := set $config "basic_auth_users" . }}{{ end -}}
{{- $files := list -}}
{{- range .bearerTokens.keys }}{{ $files = append $files (printf "/run/secrets/scrapers/%s" .) }}{{ end -}}
{{- with $files }}{{ $_ := set $config "bearer_token_files" . }}{{ end -}}
{{- with .headers }}{{ $_ := set $config "http_server_config" (dict "headers" .) }}{{ end -}}
{{- with .rateLimit }}{{ $_ := set $config "rate_limit" . }}{{ end -}}
{{- end -}}
{{- toYaml $config -}}
{{- end -}}
