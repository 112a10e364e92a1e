{{/*
The rules: templates of the repository's folder alerts with the numbers of its thresholds.yaml, as alerts/README.md has it.
They hold braces that are Prometheus's, so that nothing here goes through tpl.
*/}}

{{/* Puts what is below a node into a flat map, by names with dots: (dict "node" MAP "at" PREFIX "into" MAP). */}}
{{- define "exporter.flatten" -}}
{{- range $key, $value := .node -}}
{{- $at := list $.at $key | compact | join "." -}}
{{- if kindIs "map" $value -}}
{{- include "exporter.flatten" (dict "node" $value "at" $at "into" $.into) -}}
{{- else -}}
{{- $_ := set $.into $at (kindIs "string" $value | ternary $value (toJson $value)) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "exporter.kindOfThreshold" -}}
{{- if regexMatch `^-?\d+(\.\d+)?$` . -}}a number
{{- else if regexMatch `^(\d+(ms|[smhdwy]))+$` . -}}a duration such as 30s, 15m or 1d
{{- else -}}letters, digits and any of - . _ ~ : / ? = & %
{{- end -}}
{{- end -}}

{{/* Every threshold by its name, those of the values in the place of the repository's. */}}
{{- define "exporter.thresholds" -}}
{{- $all := dict -}}
{{- include "exporter.flatten" (dict "node" (.Files.Get "files/thresholds.yaml" | fromYaml) "at" "" "into" $all) -}}
{{- $_ := set $all "rules.job" (include "exporter.name" .) -}}
{{- $own := dict -}}
{{- with .Values.rules.interval }}{{ $_ := set $own "rules.interval" . }}{{ end -}}
{{- include "exporter.flatten" (dict "node" .Values.rules.thresholds "at" "" "into" $own) -}}
{{- range $alert, $changes := .Values.rules.alerts -}}
{{- include "exporter.flatten" (dict "node" ($changes.thresholds | default dict) "at" $alert "into" $own) -}}
{{- end -}}
{{- range $name, $value := $own -}}
{{- if not (hasKey $all $name) -}}
{{- fail (printf "rules: there is no threshold %s; beside it there are %s" $name (include "exporter.siblings" (list $all $name))) -}}
{{- end -}}
{{- $kind := include "exporter.kindOfThreshold" (get $all $name) -}}
{{- $fits := or (eq $kind (include "exporter.kindOfThreshold" $value)) (and (hasPrefix "letters" $kind) (regexMatch `^[\w.~:/?=&%-]+$` $value)) -}}
{{- if or (not $fits) (not (regexMatch `^[\w.~:/?=&%-]+$` $value)) -}}
{{- fail (printf "rules: expected %s for the threshold %s, but was %q" $kind $name $value) -}}
{{- end -}}
{{- $_ := set $all $name $value -}}
{{- end -}}
{{- toJson $all -}}
{{- end -}}

{{/* Names that begin as this one does, or else the first words of all. */}}
{{- define "exporter.siblings" -}}
{{- $name := last . -}}
{{- $same := list -}}
{{- $words := list -}}
{{- range $other, $_ := first . -}}
{{- $word := splitList "." $other | first -}}
{{- $words = append $words $word -}}
{{- if eq $word (splitList "." $name | first) }}{{ $same = append $same $other }}{{ end -}}
{{- end -}}
{{- $same | default (uniq $words) | sortAlpha | join ", " -}}
{{- end -}}

{{/* Files of rules that are wanted, by their names. */}}
{{- define "exporter.ruleFiles" -}}
- ticrypt-records
- ticrypt-alerts
{{- if .Values.rules.optional }}
- ticrypt-optional
{{- end }}
{{- end -}}

{{/* The groups of one file with the repository's words and these thresholds: (list ROOT FILE THRESHOLDS). */}}
{{- define "exporter.filledGroups" -}}
{{- $text := (first .).Files.Get (printf "files/rules/%s.yaml" (index . 1)) -}}
{{- range $name, $value := last . -}}
{{- $text = replace (printf "${%s}" $name) $value $text -}}
{{- end -}}
{{- toJson ($text | fromYaml).groups -}}
{{- end -}}

{{/* The changed rule as JSON, which is read back faster than YAML, or {} when it is left out: (list ROOT RULE). */}}
{{- define "exporter.rule" -}}
{{- $rules := (first .).Values.rules -}}
{{- $rule := last . -}}
{{- if not (hasKey $rule "alert") -}}
{{- toJson $rule -}}
{{- else -}}
{{- $changes := get $rules.alerts $rule.alert | default dict -}}
{{- $severe := get $changes $rule.labels.severity | default dict -}}
{{- $labels := list $rule.labels $rules.labels $changes.labels $severe.labels -}}
{{- $annotations := list $rule.annotations $rules.annotations $changes.annotations $severe.annotations -}}
{{- $changes = include "exporter.overlay" (list $changes $severe) | fromJson -}}
{{- if dig "enabled" true $changes -}}
{{- range $key, $field := dict "expr" "expr" "for" "for" "keepFiringFor" "keep_firing_for" -}}
{{- with get $changes $key }}{{ $_ := set $rule $field . }}{{ end -}}
{{- end -}}
{{- $_ := set $rule "labels" (include "exporter.overlay" $labels | fromJson) -}}
{{- with $changes.severity }}{{ $_ := set $rule.labels "severity" . }}{{ end -}}
{{- $_ := set $rule "annotations" (include "exporter.overlay" $annotations | fromJson) -}}
{{- toJson $rule -}}
{{- else -}}
{}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The changed group as JSON, or {} when it is left out or empty: (list ROOT GROUP). */}}
{{- define "exporter.group" -}}
{{- $root := first . -}}
{{- $group := last . -}}
{{- $changes := get $root.Values.rules.groups $group.name | default dict -}}
{{- $kept := list -}}
{{- range $group.rules -}}
{{- with include "exporter.rule" (list $root .) | fromJson }}{{ $kept = append $kept . }}{{ end -}}
{{- end -}}
{{- if and $kept (dig "enabled" true $changes) -}}
{{- $_ := set $group "rules" $kept -}}
{{- $_ := set $group "name" (printf "%s%s" $root.Values.rules.groupPrefix $group.name) -}}
{{- $all := include "exporter.overlay" (list (pick $root.Values.rules "queryOffset" "partialResponseStrategy") $changes) | fromJson -}}
{{- range $key, $field := dict "interval" "interval" "limit" "limit" "labels" "labels" "queryOffset" "query_offset" "partialResponseStrategy" "partial_response_strategy" -}}
{{- with get $all $key }}{{ $_ := set $group $field . }}{{ end -}}
{{- end -}}
{{- toJson $group -}}
{{- else -}}
{}
{{- end -}}
{{- end -}}

{{/* The groups that are wanted, as a JSON list of file and groups. */}}
{{- define "exporter.groupsByFile" -}}
{{- include "exporter.guardFiles" . -}}
{{- include "exporter.guardRules" . -}}
{{- $thresholds := include "exporter.thresholds" . | fromJson -}}
{{- $files := list -}}
{{- range $file := include "exporter.ruleFiles" . | fromYamlArray -}}
{{- $groups := list -}}
{{- range include "exporter.filledGroups" (list $ $file $thresholds) | fromJsonArray -}}
{{- with include "exporter.group" (list $ .) | fromJson }}{{ $groups = append $groups . }}{{ end -}}
{{- end -}}
{{- with $groups }}{{ $files = append $files (dict "file" $file "groups" .) }}{{ end -}}
{{- end -}}
{{- with .Values.rules.extraGroups }}{{ $files = append $files (dict "file" "ticrypt-extra" "groups" .) }}{{ end -}}
{{- toJson $files -}}
{{- end -}}

{{/* Refuses changes of alerts and groups that there are not: they would be lost without a word. */}}
{{- define "exporter.guardRules" -}}
{{- $groups := list -}}
{{- $alerts := dict -}}
{{- range list "ticrypt-records" "ticrypt-alerts" "ticrypt-optional" -}}
{{- range include "exporter.filledGroups" (list $ . dict) | fromJsonArray -}}
{{- $groups = append $groups .name -}}
{{- range .rules -}}
{{- if hasKey . "alert" }}{{ $_ := set $alerts .alert (append (get $alerts .alert | default list) .labels.severity) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if not .Values.rules.optional -}}
{{- range include "exporter.filledGroups" (list $ "ticrypt-optional" dict) | fromJsonArray -}}
{{- if hasKey $.Values.rules.groups .name -}}
{{- fail (printf "rules.groups.%s: the group is not installed; set rules.optional, or remove this" .name) -}}
{{- end -}}
{{- range .rules -}}
{{- if hasKey $.Values.rules.alerts .alert -}}
{{- fail (printf "rules.alerts.%s: the alert is not installed; set rules.optional, or remove this" .alert) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $_ := .Values.rules.groups -}}
{{- if not (has $name $groups) -}}
{{- fail (printf "rules.groups.%s: there is no such group; these are: %s" $name (join ", " $groups)) -}}
{{- end -}}
{{- end -}}
{{- range $name, $changes := .Values.rules.alerts -}}
{{- if not (hasKey $alerts $name) -}}
{{- fail (printf "rules.alerts.%s: there is no such alert; these are: %s" $name (keys $alerts | sortAlpha | join ", ")) -}}
{{- end -}}
{{- range $severity := list "info" "warning" "critical" -}}
{{- if and (hasKey $changes $severity) (not (has $severity (get $alerts $name))) -}}
{{- fail (printf "rules.alerts.%s.%s: the alert has no rule of this severity, but of %s" $name $severity (get $alerts $name | join ", ")) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
