package dev.tanaw.capture.read.fuse;

import dev.tanaw.capture.event.Field;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What dates say beside themselves: expired, not yet valid, under age, in a wrong order.
public final class DateChecks {
    private static final int OF_AGE = 18;

    /// Two dates of which the first must be the earlier one.
    public record Order(String earlier, String later) {}

    private static final List<Order> ALWAYS =
            List.of(
                    new Order("date_of_birth", "issue_date"),
                    new Order("issue_date", "expiry_date"),
                    new Order("date_of_birth", "expiry_date"));

    /// A date that breaks the order was read wrongly or is forged.
    private static final double DISORDER = 0.74;

    private DateChecks() {}

    public static List<Field> of(List<Field> fields, LocalDate today) {
        List<Field> checked = new ArrayList<>();
        for (Field field : fields) {
            List<String> checks = new ArrayList<>();
            day(fields, field.name()).ifPresent(day -> checks.addAll(alone(field, day, today)));
            boolean ordered = true;
            for (Order order : ALWAYS) {
                if (order.earlier().equals(field.name()) || order.later().equals(field.name())) {
                    ordered &= right(order, fields);
                }
            }
            if (!ordered) {
                checks.add("dates_in_order:fail");
            }
            checked.add(
                    checks.isEmpty()
                            ? field
                            : with(field, checks, ordered ? field.confidence() : DISORDER));
        }
        return checked;
    }

    private static List<String> alone(Field field, LocalDate day, LocalDate today) {
        return switch (field.name()) {
            case "expiry_date" -> List.of(told("not_expired", !day.isBefore(today)));
            case "issue_date" -> List.of(told("valid_already", !day.isAfter(today)));
            case "date_of_birth" ->
                    List.of(told("of_age", Period.between(day, today).getYears() >= OF_AGE));
            default -> List.of();
        };
    }

    private static String told(String check, boolean right) {
        return check + (right ? ":pass" : ":fail");
    }

    private static boolean right(Order order, List<Field> fields) {
        Optional<LocalDate> earlier = day(fields, order.earlier());
        Optional<LocalDate> later = day(fields, order.later());
        return earlier.isEmpty() || later.isEmpty() || earlier.get().isBefore(later.get());
    }

    /// Of a whole date only: a document may leave the day open.
    private static Optional<LocalDate> day(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.value().length() == 10)
                .findFirst()
                .flatMap(field -> {
                    try {
                        return Optional.of(LocalDate.parse(field.value()));
                    } catch (DateTimeParseException _) {
                        return Optional.empty();
                    }
                });
    }

    private static Field with(Field field, List<String> checks, double most) {
        List<String> all = new ArrayList<>(field.checks());
        checks.stream().filter(check -> !all.contains(check)).forEach(all::add);
        return new Field(
                field.name(),
                field.value(),
                Math.min(field.confidence(), most),
                field.source(),
                all,
                field.repaired(),
                field.box(),
                field.sources(),
                field.alternatives());
    }
}
