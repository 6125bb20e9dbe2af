package dev.tanaw.capture.specimen;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Somebody who does not exist.
///
/// @param middle in the Philippine manner, the mother's family name; not part of an MRZ
record Person(
        String surname,
        String given,
        String middle,
        LocalDate birth,
        Sex sex,
        String birthPlace,
        Address address,
        int heightCm,
        String blood,
        String civilStatus) {

    /// As printed on a document, M, F or X.
    enum Sex {
        F,
        M,
        X
    }

    record Address(String street, String city, String postcode) {}

    private static final List<String> SURNAMES =
            List.of(
                    "Dela Cruz",
                    "Reyes",
                    "Santos",
                    "Bautista",
                    "Macaraeg",
                    "Peñaflor",
                    "Muñoz",
                    "Ilagan",
                    "Villanueva",
                    "Abad",
                    "Dimaculangan",
                    "Müller",
                    "Østergård",
                    "Nakamura",
                    "Okafor",
                    "Lindqvist-Öberg",
                    "O'Sullivan",
                    "García Ibáñez",
                    "Eriksson",
                    "Castellano");
    private static final List<String> WOMEN =
            List.of(
                    "Maria Luisa",
                    "Anna Beatriz",
                    "Josefina",
                    "Ligaya",
                    "Mutya Rosario",
                    "Althea",
                    "Zoë",
                    "Inés",
                    "Hiraya",
                    "Chloé Anne",
                    "Dalisay",
                    "Amihan Grace");
    private static final List<String> MEN =
            List.of(
                    "Jose Andrés",
                    "Juan Miguel",
                    "Ramon",
                    "Emilio",
                    "Lakan",
                    "Søren",
                    "Crisanto",
                    "Dakila",
                    "Jürgen Paul",
                    "Bayani");
    private static final List<String> PLACES =
            List.of("Zenith City", "Port Amaya", "Santa Utopia", "Nueva Maliwanag", "Kapayapaan");
    private static final List<String> STREETS =
            List.of(
                    "Sampaguita Street",
                    "Lighthouse Road",
                    "Narra Avenue",
                    "Harbour Lane",
                    "Calle Luna");
    private static final List<String> BLOOD = List.of("O+", "A+", "B+", "AB+", "O-", "A-");
    private static final List<String> STATUS = List.of("SINGLE", "MARRIED", "WIDOWED");

    static Person of(Random random) {
        // The one photograph that may be shipped is a woman's; the others get a drawing.
        int lot = random.nextInt(20);
        Sex sex = lot < 14 ? Sex.F : lot < 19 ? Sex.M : Sex.X;
        int family = random.nextInt(SURNAMES.size());
        int mother = family + 1 + random.nextInt(SURNAMES.size() - 1);
        return new Person(
                SURNAMES.get(family),
                pick(sex == Sex.M ? MEN : WOMEN, random),
                SURNAMES.get(mother % SURNAMES.size()),
                LocalDate.of(1958, 1, 1).plusDays(random.nextInt(46 * 365)),
                sex,
                pick(PLACES, random),
                new Address(
                        (1 + random.nextInt(240)) + " " + pick(STREETS, random),
                        pick(PLACES, random),
                        String.valueOf(1000 + random.nextInt(8999))),
                150 + random.nextInt(40),
                pick(BLOOD, random),
                pick(STATUS, random));
    }

    String name() {
        return given + " " + surname;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
