{{/* The dashboards that are wanted, with what the values say of each: name, file, folder, labels, annotations, as YAML. */}}
{{- define "exporter.dashboards" -}}
{{- include "exporter.guardFiles" . -}}
{{- $found := list -}}
{{- $names := list -}}
{{- range $file, $_ := .Files.Glob "files/dashboards/*.json" -}}
{{- $name := base $file | trimSuffix ".json" -}}
{{- $names = append $names $name -}}
{{- $own := get $.Values.dashboards.items $name | default dict -}}
{{- if dig "enabled" true $own -}}
{{- $found = append $found (include "exporter.overlay" (list (dict "folder" $.Values.dashboards.folder) $own (dict "name" $name "file" $file)) | fromJson) -}}
{{- end -}}
{{- end -}}
{{- range $name, $_ := .Values.dashboards.items -}}
{{- if not (has $name $names) -}}
{{- fail (printf "dashboards.items.%s: there is no such dashboard; these are: %s" $name (join ", " $names)) -}}
{{- end -}}
{{- end -}}
{{- toYaml $found -}}
{{- end -}}
