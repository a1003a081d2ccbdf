namespace Corpus.Extra.NegAio3007MadeOnDemand;

public class Kind
{
    private static readonly object s_gate = new();
    private static volatile Kind? s_default;
    private readonly object _locker = new();
    private bool _isTranslated;
    private string _name;

    public Kind(string name)
    {
        _name = name;
        _isTranslated = false;
    }

    public static Kind Default => s_default ??= new Kind(nameof(Default));

    public string Name
    {
        get
        {
            if (!_isTranslated)
            {
                lock (_locker)
                {
                    string? translated = Translate(_name);
                    if (translated != null)
                    {
                        _name = translated;
                    }

                    _isTranslated = true;
                }
            }

            return _name;
        }
    }

    public bool IsDefault => Name == Default.Name;

    protected virtual string? Translate(string name) => name.Length == 0 ? null : name.ToUpperInvariant();
}
