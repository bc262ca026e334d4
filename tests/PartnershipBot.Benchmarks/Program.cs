using PartnershipBot.Benchmarks;
using PartnershipBot.Benchmarks.Rounds;
using PartnershipBot.Benchmarks.Servers;

return args switch
{
    ["turns", .. var more] => await Turns.RunAsync(Options.Read(more, new Options())),
    ["closing", .. var more] => await Closing.RunAsync(Options.Read(more, new Options(People: 10_000))),
    ["sealed", .. var more] => await SealedRounds.RunAsync(Options.Read(more, new Options(People: 60))),
    ["bare", var port] => await Bare.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/PartnershipBot.Benchmarks -- turns [--seconds 5] [--people 2000] [--only slack|teams|start] [--web FOLDER]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/PartnershipBot.Benchmarks -- closing [--people 10000] [--only sqlite|azurite]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/PartnershipBot.Benchmarks -- sealed [--rounds 200] [--people 60] [--seed 20261124] [--only sqlite]");
    return 2;
}
