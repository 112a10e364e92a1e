package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shells offer after the Tab key: commands, their flags, and the values of those that take one of a few. */
final class Completions {

    private static final String NOTE = "# Made from the commands and flags of the program: see CONTRIBUTING.md.\n";

    private static final List<String> EVERYWHERE = List.of("--help", "--version");

    private final List<String> scenarios;

    Completions(List<String> scenarios) {
        this.scenarios = scenarios;
    }

    String bash() {
        String flags = Arrays.stream(Verb.values())
                .map(verb -> "    " + verb.word() + ") flags='" + bashFlags(verb) + "' ;;\n")
                .collect(Collectors.joining());
        String values = ManPage.shown()
                .filter(flag -> !flag.isSwitch())
                .map(flag -> "    " + flag.option() + ") " + bashValues(flag) + "; return ;;\n")
                .collect(Collectors.joining());
        return NOTE + """
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
                %s  esac
                  if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]]; then
                    command=${COMP_WORDS[1]}
                  fi
                  case $command in
                %s  esac
                  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
                    COMPREPLY=($(compgen -W '%s' -- "$cur"))
                  elif [[ $cur == -* ]]; then
                    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
                    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
                  elif [[ $command == assets ]]; then
                    compopt -o filenames 2>/dev/null
                    COMPREPLY=($(compgen -d -- "$cur"))
                  fi
                }
                complete -F _ticrypt_exporter ticrypt-exporter
                """.formatted(values, flags, String.join(" ", Verb.words()));
    }

    String zsh() {
        String commands = Arrays.stream(Verb.values())
                .map(verb -> "  '" + verb.word() + ":" + quoted(verb.summary()) + "'\n")
                .collect(Collectors.joining());
        String flags = Arrays.stream(Verb.values())
                .map(verb -> "  " + verb.word() + ")\n    _arguments \\\n"
                        + ManPage.shown(verb).map(this::zshFlag).collect(Collectors.joining())
                        + (verb.argument().isEmpty() ? "" : "      ':directory:_directories' \\\n")
                        + "      '--version[Print name and version.]' '--help[Print the help.]'\n    ;;\n")
                .collect(Collectors.joining());
        return "#compdef ticrypt-exporter\n" + NOTE + """
                local -a commands=(
                %s)
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
                %sesac
                """.formatted(commands, flags);
    }

    String fish() {
        StringBuilder text = new StringBuilder(NOTE);
        String none = "not __fish_seen_subcommand_from " + String.join(" ", Verb.words());
        text.append("complete -c ticrypt-exporter -f\n");
        for (Verb verb : Verb.values()) {
            text.append("complete -c ticrypt-exporter -n '").append(none).append("' -a ");
            text.append(verb.word())
                    .append(" -d '")
                    .append(fishQuoted(firstSentence(verb.summary())))
                    .append("'\n");
        }
        ManPage.shown().forEach(flag -> text.append(fishFlag(flag, none)));
        text.append(
                "complete -c ticrypt-exporter -n '__fish_seen_subcommand_from assets' -a '(__fish_complete_directories)'\n");
        text.append("complete -c ticrypt-exporter -l version -d 'Print name and version.'\n");
        text.append("complete -c ticrypt-exporter -s h -l help -d 'Print the help.'\n");
        return text.toString();
    }

    /** The few values that the flag takes, or else an empty list. */
    List<String> values(Flag flag) {
        return switch (flag.argument()) {
            case "LEVEL" -> flag == Flag.PRIVACY_LEVEL ? privacyLevels() : Flag.LEVELS;
            case "FORMAT" -> flag == Flag.LOG_FORMAT ? Flag.FORMATS : Flag.TABLE_FORMATS;
            case "NAME" -> flag == Flag.SCENARIO ? scenarios : List.of();
            default -> List.of();
        };
    }

    private static List<String> privacyLevels() {
        return Arrays.stream(PrivacyLevel.values()).map(PrivacyLevel::label).toList();
    }

    private static boolean takesFile(Flag flag) {
        return flag.argument().equals("FILE");
    }

    private static String bashFlags(Verb verb) {
        return Stream.concat(
                        ManPage.shown(verb).map(flag -> flag.option() + (flag.isSwitch() ? "" : "=")),
                        EVERYWHERE.stream())
                .collect(Collectors.joining(" "));
    }

    private String bashValues(Flag flag) {
        return takesFile(flag)
                ? "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))"
                : "COMPREPLY=($(compgen -W '" + String.join(" ", values(flag)) + "' -- \"$cur\"))";
    }

    private String zshFlag(Flag flag) {
        String name = (flag.isRepeatable() ? "*" : "") + flag.option();
        String text =
                "[" + quoted(firstSentence(flag.help())).replace("[", "\\[").replace("]", "\\]") + "]";
        if (flag.isSwitch()) {
            return "      '" + name + text + "' \\\n";
        }
        String action = takesFile(flag) ? "_files" : "(" + String.join(" ", values(flag)) + ")";
        return "      '" + name + "=" + text + ":" + flag.argument().replace(":", "\\:") + ":" + action + "' \\\n";
    }

    private String fishFlag(Flag flag, String noCommand) {
        List<String> takers = Arrays.stream(Verb.values())
                .filter(verb -> ManPage.shown(verb).anyMatch(flag::equals))
                .map(Verb::word)
                .toList();
        String seen = "__fish_seen_subcommand_from " + String.join(" ", takers);
        String condition = takers.contains(Verb.SERVE.word()) ? seen + "; or " + noCommand : seen;
        String value = flag.isSwitch() ? "" : takesFile(flag) ? " -r -F" : " -x" + fishValues(flag);
        return "complete -c ticrypt-exporter -n '" + condition + "' -l " + flag.key() + value + " -d '"
                + fishQuoted(firstSentence(flag.help())) + "'\n";
    }

    private String fishValues(Flag flag) {
        return values(flag).isEmpty() ? "" : " -a '" + String.join(" ", values(flag)) + "'";
    }

    /** Enough for a line of a menu. */
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        int list = text.indexOf(": ");
        int cut = end < 0 ? list : list < 0 ? end : Math.min(end, list);
        return cut < 0 ? text : text.substring(0, cut) + ".";
    }

    private static String quoted(String text) {
        return firstSentence(text).replace("'", "'\\''").replace(":", "\\:");
    }

    private static String fishQuoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
