namespace PartnershipBot.Playground;

/// <summary>What the playground asks of the program that it runs in.</summary>
/// <param name="NextDue">When the earliest work is due; null when there is none.</param>
/// <param name="Settle">Completes when everything that is due by now is done.</param>
public sealed record PlaygroundHooks(Func<CancellationToken, Task<DateTimeOffset?>> NextDue, Func<CancellationToken, Task> Settle);
