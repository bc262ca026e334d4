namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>What this slice answers to, and the verbs of others that its buttons use.</summary>
static class PrivacyVerbs
{
    public const string Privacy = "privacy";
    public const string Sees = "privacy.sees";
    public const string MyData = "mydata";
    public const string Link = "mydata.link";
    public const string KeepLink = "mydata.keep";
    public const string EndLink = "mydata.end";
    public const string File = "mydata.file";
    public const string Forget = "forget";
    public const string ForgetYes = "forget.yes";
    public const string ForgetHere = "forget.here";
    public const string ForgetIdentity = "forget.identity";
    public const string Silent = "person.silent";
    public const string Retention = "retention";
    public const string RetentionSet = "retention.set";
    public const string RetentionBegin = "retention.begin";
    public const string Purge = "retention.purge";
    public const string Log = "log";

    public const string Home = "home";
    public const string Help = "help";
    public const string CoordinatorGone = "coordinator.gone";
}
