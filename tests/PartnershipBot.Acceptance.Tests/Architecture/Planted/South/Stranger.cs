namespace PartnershipBot.Acceptance.Tests.Architecture.Planted.South;

internal sealed class Stranger : Exception
{
    public static int Number { get; } = 1;
}

internal interface IStranger;

[AttributeUsage(AttributeTargets.All)]
internal sealed class StrangeAttribute : Attribute;
