import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "../choices.tsx";
import { FileField, TextArea, TextField } from "../fields.tsx";
import { Actions, Button, ButtonLink, Form, type FormState } from "../form.tsx";
import type { View } from "../view.ts";
import { Steps } from "../wayfinding.tsx";

const refused: FormState = {
  values: {
    nom: "Atelier Fil et Compagnie",
    courriel: "fil.compagnie@",
    theme: "loisirs",
    publics: ["adultes"],
    message: "Nous cherchons une salle le mardi.",
  },
  errors: {
    courriel: "Écrivez l’adresse entière, par exemple nom@exemple.fr",
    moyen: "Choisissez comment vous répondre",
  },
};

/** A form sent back: what was typed is kept, what is wrong is said twice, on top and by the field. */
export const Fields = ({ view }: { view: View }) => {
  const common = { view, form: refused };
  return (
    <>
      <h2>Un formulaire rendu avec ses erreurs</h2>
      <Steps view={view} step={2} steps={4} words="votre association" />
      <Form view={view} form={refused} action="/style" files>
        <TextField
          {...common}
          name="nom"
          label="Nom de l’association"
          autocomplete="organization"
        />
        <TextField
          {...common}
          name="courriel"
          type="email"
          label="Votre adresse de courriel"
          hint="Nous ne la montrons à personne."
          autocomplete="email"
        />
        <TextField
          {...common}
          name="telephone"
          type="tel"
          label="Votre téléphone"
          autocomplete="tel"
          optional
        />
        <RadioGroup
          {...common}
          name="moyen"
          label="Comment préférez-vous que l’on vous réponde ?"
          cards
          options={[
            { value: "courriel", label: "Par courriel" },
            { value: "telephone", label: "Par téléphone", hint: "Entre 9 h et 17 h." },
          ]}
        />
        <CheckboxGroup
          {...common}
          name="publics"
          label="À qui s’adressent vos activités ?"
          hint="Plusieurs réponses possibles."
          options={[
            { value: "enfants", label: "Enfants" },
            { value: "adultes", label: "Adultes" },
            { value: "aines", label: "Personnes âgées" },
          ]}
        />
        <SelectField
          {...common}
          name="theme"
          label="Thème principal"
          options={[
            { value: "sport", label: "Sport" },
            { value: "loisirs", label: "Loisirs" },
            { value: "culture", label: "Culture" },
          ]}
        />
        <TextField {...common} name="debut" type="date" label="À partir du" optional />
        <TextField
          {...common}
          name="effectif"
          type="number"
          inputmode="numeric"
          label="Nombre de personnes"
          optional
        />
        <TextArea {...common} name="message" label="Votre demande" />
        <FileField
          {...common}
          name="statuts"
          label="Vos statuts"
          hint="Un document PDF ou une photo, 10 Mo au plus."
          accept=".pdf,image/*"
          optional
        />
        <Checkbox
          {...common}
          name="accord"
          label="J’accepte que la mairie me rappelle"
          hint="Vous pourrez changer d’avis."
          optional
        />
        <Actions>
          <Button icon="next" waiting={view.t("ui:form.sending")}>
            Relire mes réponses
          </Button>
          <ButtonLink kind="quiet" href="/espace">
            Reprendre plus tard
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
};
