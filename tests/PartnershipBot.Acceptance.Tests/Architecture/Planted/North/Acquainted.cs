using PartnershipBot.Acceptance.Tests.Architecture.Planted.South;

// Types that break a rule on purpose, so that the rule's own test can see it fail.
namespace PartnershipBot.Acceptance.Tests.Architecture.Planted.North;

internal sealed class InAField
{
    public Stranger Met = new();
}

internal sealed class InAGeneric
{
    public static IReadOnlyList<IReadOnlyDictionary<string, Stranger[]>>? Met() => null;
}

internal sealed class InABody
{
    public static int Met() => Stranger.Number;
}

internal sealed class InALambda
{
    public static Func<int> Met(int more) => () => Stranger.Number + more;
}

internal sealed class InAnAsyncMethod
{
    public static async Task<int> MetAsync()
    {
        await Task.Yield();
        return Stranger.Number;
    }
}

internal sealed class InACatch
{
    public static bool Met(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (Stranger)
        {
            return true;
        }
    }
}

internal sealed class InATypeof
{
    public static Type Met => typeof(Stranger);
}

internal sealed class InAnInterface : IStranger;

internal sealed class InAConstraint<T>
    where T : IStranger;

[Strange]
internal sealed class InAnAttribute;
