using PartnershipBot.Benchmarks;
using PartnershipBot.Benchmarks.Servers;

return args switch
{
    ["turns", .. var more] => await Turns.RunAsync(Options.Read(more)),
    ["bare", var port] => await Bare.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/PartnershipBot.Benchmarks -- turns [--seconds 5] [--people 2000] [--only slack|teams|start] [--web FOLDER]");
    return 2;
}
