package dev.tanaw.capture.specimen;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Somebody who does not exist.
record Person(String surname, String given, LocalDate birth, char sex, String place) {
    private static final List<String> SURNAMES =
            List.of(
                    "Dela Cruz",
                    "Reyes",
                    "Santos",
                    "Bautista",
                    "Magsaysay",
                    "Peñaflor",
                    "Müller",
                    "Østergård",
                    "Nakamura",
                    "Okafor",
                    "Lindqvist",
                    "Castellano",
                    "Ilagan",
                    "Villanueva",
                    "Abad");
    private static final List<String> WOMEN =
            List.of(
                    "Maria Luisa",
                    "Anna Beatriz",
                    "Josefina",
                    "Ligaya",
                    "Corazon",
                    "Imelda Rosa",
                    "Zoë",
                    "Althea",
                    "Mutya");
    private static final List<String> MEN =
            List.of(
                    "Jose Andres",
                    "Juan Miguel",
                    "Ramon",
                    "Benigno",
                    "Emilio",
                    "Lakan",
                    "Søren",
                    "Crisanto",
                    "Dakila");
    private static final List<String> PLACES =
            List.of("Zenith City", "Port Amaya", "Santa Utopia", "Nova Batangas", "Kalayaan");

    static Person of(Random random) {
        // The one portrait that may be shipped is a woman's.
        boolean woman = random.nextInt(5) > 0;
        return new Person(
                pick(SURNAMES, random),
                pick(woman ? WOMEN : MEN, random),
                LocalDate.of(1955, 1, 1).plusDays(random.nextInt(50 * 365)),
                woman ? 'F' : 'M',
                pick(PLACES, random));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
