{{/* What the daemon's pod and that of helm test have in common. */}}

{{- define "exporter.flags" -}}
- --config.file=/etc/ticrypt-exporter/exporter.yaml
- --log.level={{ .Values.log.level }}
- --log.format={{ .Values.log.format }}
{{- end -}}

{{- define "exporter.podSpec" -}}
serviceAccountName: {{ include "exporter.serviceAccount" . | quote }}
automountServiceAccountToken: false
# Kubernetes would set TICRYPT_EXPORTER_PORT and the like, which the exporter takes for its flags.
enableServiceLinks: false
{{- with include "exporter.pullSecrets" . | fromYamlArray }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- include "exporter.podSecurityContext" . | nindent 2 }}
{{- range $key := list "nodeSelector" "tolerations" "affinity" "priorityClassName" "runtimeClassName" "schedulerName" "dnsPolicy" "dnsConfig" "hostAliases" }}
{{- with get $.Values $key }}
{{ toYaml (dict $key .) }}
{{- end }}
{{- end }}
volumes:
  {{- include "exporter.volumes" . | nindent 2 }}
{{- end -}}

{{- define "exporter.container" -}}
image: {{ include "exporter.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- $java := empty .Values.javaOptions | ternary list (list (dict "name" "JDK_JAVA_OPTIONS" "value" .Values.javaOptions)) }}
{{- with concat $java .Values.extraEnv }}
env:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.envFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
resources:
  {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  {{- include "exporter.securityContext" . | nindent 2 }}
volumeMounts:
  {{- include "exporter.mounts" . | nindent 2 }}
{{- end -}}

{{/* A volume that is a Secret, with the keys that are named: (list NAME SECRET KEYS), keys by the name of the file. */}}
{{- define "exporter.secretVolume" -}}
- name: {{ index . 0 }}
  secret:
    secretName: {{ index . 1 | quote }}
    # For the pod's group, which fsGroup names; the exporter warns about secrets that everyone can read.
    defaultMode: 0440
    items:
      {{- range $file, $key := index . 2 }}
      - { key: {{ $key | quote }}, path: {{ $file | quote }} }
      {{- end }}
{{- end -}}

{{/* Secrets beside that of the tokens: volume, Secret, where it is mounted, keys by the name of the file. */}}
{{- define "exporter.optionalSecrets" -}}
{{- $found := list -}}
{{- if include "exporter.hasWebConfig" . -}}
{{- $secret := printf "%s-web" (include "exporter.fullname" .) -}}
{{- $found = append $found (dict "name" "web" "secret" $secret "keys" (dict "web.yaml" "web.yaml")) -}}
{{- end -}}
{{- with .Values.web.tls -}}
{{- if .enabled -}}
{{- $found = append $found (dict "name" "tls" "secret" (include "exporter.tlsSecret" $) "keys" (dict .certKey .certKey .keyKey .keyKey)) -}}
{{- with .clientAuthority -}}
{{- if .existingSecret -}}
{{- $found = append $found (dict "name" "clients" "secret" .existingSecret "keys" (dict .key .key)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with .Values.web.bearerTokens -}}
{{- if .keys -}}
{{- $keys := dict -}}
{{- range .keys }}{{ $_ := set $keys . . }}{{ end -}}
{{- $found = append $found (dict "name" "scrapers" "secret" .existingSecret "keys" $keys) -}}
{{- end -}}
{{- end -}}
{{- with .Values.identity -}}
{{- $keys := dict -}}
{{- range $provider, $key := .keys -}}
{{- if $key }}{{ $_ := set $keys $provider $key }}{{ end -}}
{{- end -}}
{{- if $keys -}}
{{- $found = append $found (dict "name" "identity" "secret" .existingSecret "keys" $keys) -}}
{{- end -}}
{{- end -}}
{{- with .Values.hostKey -}}
{{- if .existingSecret -}}
{{- $found = append $found (dict "name" "host-key" "secret" .existingSecret "keys" (dict .key .key)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.backend.caBundle -}}
{{- if .secret -}}
{{- $found = append $found (dict "name" "ca" "secret" .secret "keys" (dict .key .key)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.backend.clientCertificate -}}
{{- if .existingSecret -}}
{{- $found = append $found (dict "name" "client" "secret" .existingSecret "keys" (dict .certKey .certKey .keyKey .keyKey)) -}}
{{- end -}}
{{- end -}}
{{- toYaml $found -}}
{{- end -}}

{{/* Whole folders and no subPath, which would never see a change. */}}
{{- define "exporter.volumes" -}}
- name: config
  configMap:
    name: {{ include "exporter.fullname" . | quote }}
{{- with include "exporter.tokens" . | fromYaml }}
{{ include "exporter.secretVolume" (list "tokens" (include "exporter.tokenSecret" $) .) }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmpSizeLimit }}
{{- range include "exporter.optionalSecrets" . | fromYamlArray }}
{{ include "exporter.secretVolume" (list .name .secret .keys) }}
{{- end }}
{{- with .Values.backend.caBundle }}
{{- if .configMap }}
- name: ca
  configMap:
    name: {{ .configMap | quote }}
    items:
      - { key: {{ .key | quote }}, path: {{ .key | quote }} }
{{- end }}
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "exporter.mounts" -}}
- { name: config, mountPath: /etc/ticrypt-exporter, readOnly: true }
{{- if include "exporter.tokens" . | fromYaml }}
- { name: tokens, mountPath: /run/secrets/ticrypt, readOnly: true }
{{- end }}
- { name: tmp, mountPath: /tmp }
{{- range include "exporter.optionalSecrets" . | fromYamlArray }}
- { name: {{ .name }}, mountPath: /run/secrets/{{ .name }}, readOnly: true }
{{- end }}
{{- if .Values.backend.caBundle.configMap }}
- { name: ca, mountPath: /run/secrets/ca, readOnly: true }
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}
