#!/usr/bin/env bash
# curl.sh http://127.0.0.1:7070/stations/stream
last=
while true; do
  id= event= data=
  while IFS= read -r line; do
    case $line in
      'id: '*) id=${line#id: } ;;
      'event: '*) event=${line#event: } ;;
      'data: '*) data=${line#data: } ;;
      '') # only now the event is whole
        [ -n "$data" ] && printf '%s %s\n' "$event" "$data"
        last=${id:-$last} event= data=
        ;;
    esac
  done < <(exec curl -sN ${last:+-H "Last-Event-ID: $last"} "$1")
  sleep "0.$((RANDOM % 5 + 5))"
done
