using System.Globalization;

namespace PartnershipBot.Benchmarks;

/// <param name="Seconds">How long each number is measured.</param>
/// <param name="People">How many people press, in turn; each is met before anything is measured. Of a round: how many answer.</param>
/// <param name="Only">slack, teams or start; of rounds sqlite or azurite; empty for everything.</param>
/// <param name="Web">The folder of the bot's program; by default as it was built here.</param>
/// <param name="Rounds">How many rounds are attacked.</param>
/// <param name="Seed">What people answer, and when.</param>
internal sealed record Options(int Seconds = 5, int People = 2_000, string Only = "", string? Web = null, int Rounds = 200, int Seed = 20261124)
{
    public bool Wants(string part) => Only.Length == 0 || Only == part;

    /// <param name="options">What counts where nothing is said.</param>
    public static Options Read(string[] arguments, Options options)
    {
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            options = arguments[i] switch
            {
                "--seconds" => options with { Seconds = Number(arguments[i + 1]) },
                "--people" => options with { People = Number(arguments[i + 1]) },
                "--web" => options with { Web = Path.GetFullPath(arguments[i + 1]) },
                "--rounds" => options with { Rounds = Number(arguments[i + 1]) },
                "--seed" => options with { Seed = Number(arguments[i + 1]) },
                "--only" => options with { Only = arguments[i + 1] },
                var unknown => throw new ArgumentException($"There is no option {unknown}.", nameof(arguments)),
            };
        return options;
    }

    static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
