using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Conversation;

/// <summary>What a turn answers.</summary>
public abstract record InvokeResponse
{
    public static readonly InvokeResponse Ok = new Done();

    /// <summary>Nothing to show.</summary>
    public sealed record Done : InvokeResponse;

    /// <summary>Show this card: in place of the pressed one, or as the answer to typed words.</summary>
    public sealed record Show(Card Card) : InvokeResponse;

    /// <summary>Hand over this file. Only a page of ours can ask for one.</summary>
    public sealed record Give(string Json) : InvokeResponse;

    /// <summary>Open this form.</summary>
    public sealed record Open(Form Form) : InvokeResponse;

    /// <summary>The person's mistakes, each beside its input. Nothing was changed.</summary>
    public sealed record Invalid(Form Form, IReadOnlyList<InputError> Errors) : InvokeResponse;
}
